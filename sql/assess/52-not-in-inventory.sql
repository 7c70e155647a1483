-- What AWS judged by one control and no inventory holds: it has a result too, for controls of AWS's.
insert into result (id, reason_id, record_id, security_hub_status, security_hub_at, config_rule_status, config_rule_at,
  agreement, agreement_cause)
select n.base + r.id, q.id, coalesce(h.record_id, f.record_id), h.status, h.updated_at, f.status, f.captured_at,
  'aws_only', 'only_in_aws'
from control c
join assessment_control n on n.assessment_id = :assessment and n.control_id = c.id
join assessment_reason q on q.assessment_id = :assessment and q.control_id = c.id and q.reason = 'not_in_inventory'
join (select resource_id from security_hub_fact where control_id = :control and status is not null
      union
      select resource_id from config_rule_fact where control_id = :control and status is not null) k
join resource r on r.id = k.resource_id and r.type = c.resource_type
left join security_hub_fact h on h.control_id = c.id and h.resource_id = k.resource_id and h.status is not null
left join config_rule_fact f on f.control_id = c.id and f.resource_id = k.resource_id
where c.id = :control and c.issuer = 'aws'
  and not exists (select 1 from result e where e.id = n.base + r.id);
