-- What AWS judged and no inventory holds: one result per computed AWS control × resource.
insert into result (assessment_id, control_id, resource_id, record_id, status, original_status, reason,
  security_hub_status, security_hub_at, config_rule_status, config_rule_at, agreement, agreement_cause)
with known as (
  select control_id, resource_id from v_security_hub_verdict where status is not null
  union
  select control_id, resource_id from v_config_verdict where status is not null
)
select :assessment, k.control_id, k.resource_id, coalesce(h.record_id, f.record_id),
  q.status, q.status, q.reason,
  h.status, h.updated_at, f.status, f.captured_at, 'aws_only', 'only_in_aws'
from known k
join control c on c.id = k.control_id and c.view is not null and c.issuer = 'aws'
join resource r on r.id = k.resource_id and r.type = c.resource_type
join reason q on q.control_id = c.id and q.reason = 'not_in_inventory'
left join v_security_hub_verdict h on h.control_id = k.control_id and h.resource_id = k.resource_id
left join v_config_verdict f on f.control_id = k.control_id and f.resource_id = k.resource_id
where not exists (select 1 from result e where e.assessment_id = :assessment
                    and e.control_id = k.control_id and e.resource_id = k.resource_id);
