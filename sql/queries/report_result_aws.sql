-- AWS's verdicts on one resource. Grain: one row per computed control of AWS's. Order: reading order.
select e.security_hub_status, e.config_rule_status, coalesce(g.text, e.agreement) as agreement_label,
  'agreement ' || e.agreement as agreement_class
from control c
cross join result e on e.assessment_id = :assessment_id and e.control_id = c.id
  and e.resource_id = :resource_id
left join message g on g.lang = :lang and g.key = 'agreement.' || e.agreement
where c.view is not null and c.issuer = 'aws'
order by c.position;
