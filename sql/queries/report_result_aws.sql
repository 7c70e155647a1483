-- AWS's verdicts on one resource. Grain: one row per computed control of AWS's that AWS said something of. Order: reading order.
select c.id as control_id, e.security_hub_status, e.config_rule_status, coalesce(g.text, e.agreement) as agreement_label,
  'agreement ' || e.agreement as agreement_class
from control c
cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id
cross join v_result_by_id e on e.id = k.base + :resource_id
left join message g on g.lang = :lang and g.key = 'agreement.' || e.agreement
where c.issuer = 'aws'
  and (e.agreement <> 'computed_only' or e.agreement_cause in ('archived', 'suppressed'))
order by c.position;
