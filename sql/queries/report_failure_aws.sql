-- AWS's own verdicts beside one service's failures. Grain: one row per failed control of AWS's. Order:
-- reading order.
select c.id as control_id, e.security_hub_status, e.security_hub_at, e.config_rule_status,
  e.config_rule_at, g.text as agreement_label, 'agreement ' || e.agreement as agreement_class,
  coalesce((select s.told from v_result_cause s
            where s.assessment_id = e.assessment_id and s.result_id = e.id and s.lang = :lang), k.text) as cause
from control c
cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id
cross join v_result_by_id e on e.id = k.base + :resource_id
left join message g on g.lang = :lang and g.key = 'agreement.' || e.agreement
left join message k on k.lang = :lang and k.key = 'cause.' || coalesce(e.agreement_cause,
  iif(e.agreement = 'computed_only', 'no_aws_verdict', null))
where e.status in ('FAILED', 'WAIVED') and c.issuer = 'aws'
order by c.position;
