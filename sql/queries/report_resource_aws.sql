-- AWS's own verdicts on one resource, and why they differ. Grain: one row per control of AWS's that AWS said something
-- of. Order: reading order.
select c.id as control_id, e.security_hub_status, e.security_hub_at, e.config_rule_status, e.config_rule_at,
  coalesce(g.text, e.agreement) as agreement_label, 'agreement ' || e.agreement as agreement_class,
  iif(e.agreement = 'agrees', null,
    coalesce((select s.told from v_result_cause s
              where s.assessment_id = e.assessment_id and s.result_id = e.id and s.lang = :lang), m.text)) as cause
from control c
cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id and k.total > 0
cross join v_result_by_id e on e.id = k.base + :resource_id
left join message g on g.lang = :lang and g.key = 'agreement.' || e.agreement
left join message m on m.lang = :lang and m.key = 'cause.' || coalesce(e.agreement_cause, '')
where c.issuer = 'aws'
  and (e.agreement <> 'computed_only' or e.agreement_cause in ('archived', 'suppressed'))
order by c.position;
