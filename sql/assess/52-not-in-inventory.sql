-- What AWS judged by one control and no inventory holds: it has a result too, for controls of AWS's.
insert into result (assessment_id, control_id, resource_id, place, twin, record_id, status, original_status, reason,
  security_hub_status, security_hub_at, config_rule_status, config_rule_at, agreement, agreement_cause)
select :assessment, c.id, k.resource_id, x.place, x.twin, coalesce(h.record_id, f.record_id), q.status, q.status,
  q.reason, h.status, h.updated_at, f.status, f.captured_at, 'aws_only', 'only_in_aws'
from control c
join (select resource_id from security_hub_fact where control_id = :control and status is not null
      union
      select resource_id from config_rule_fact where control_id = :control and status is not null) k
join resource_fact x on x.resource_id = k.resource_id
join resource r on r.id = k.resource_id and r.type = c.resource_type
join reason q on q.control_id = c.id and q.reason = 'not_in_inventory'
left join security_hub_fact h on h.control_id = c.id and h.resource_id = k.resource_id and h.status is not null
left join config_rule_fact f on f.control_id = c.id and f.resource_id = k.resource_id
where c.id = :control and c.issuer = 'aws'
  and not exists (select 1 from result e
                  where e.assessment_id = :assessment and e.control_id = :control and e.place = x.place);
