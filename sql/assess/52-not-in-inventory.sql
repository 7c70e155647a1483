-- What AWS judged by one control and no inventory holds: it has a result too, for controls of AWS's.
insert into result (id, reason_id, record_id, security_hub_status, security_hub_at, config_rule_status, config_rule_at,
  agreement, agreement_cause)
select n.base + r.id, q.id, coalesce(iif(f.hub_status is null, null, f.hub_record_id), f.rule_record_id),
  f.hub_status, iif(f.hub_status is null, null, f.hub_at), f.rule_status, f.rule_at,
  'aws_only', 'only_in_aws'
from control c
join assessment_control n on n.assessment_id = :assessment and n.control_id = c.id
join assessment_reason q on q.assessment_id = :assessment and q.control_id = c.id and q.reason = 'not_in_inventory'
join aws_fact f on f.control_id = :control and (f.hub_status is not null or f.rule_status is not null)
join resource r on r.id = f.resource_id and r.type = c.resource_type
where c.id = :control and c.issuer = 'aws'
  and not exists (select 1 from result e where e.id = n.base + r.id);
