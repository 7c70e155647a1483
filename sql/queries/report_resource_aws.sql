-- AWS's own verdicts on one resource, and why they differ. Grain: one row per control of AWS's that AWS said something
-- of. Order: reading order, in which :compared_ids has them.
select q.control_id, e.security_hub_status, e.security_hub_at, e.config_rule_status, e.config_rule_at,
  coalesce(g.text, e.agreement, 'computed_only') as agreement_label,
  'agreement ' || coalesce(e.agreement, 'computed_only') as agreement_class,
  iif(e.agreement = 'agrees', null,
    coalesce((select s.told from v_result_cause s
              where s.assessment_id = q.assessment_id and s.result_id = e.id and s.lang = :lang), m.text)) as cause
from json_each(:compared_ids) o
cross join result e on e.id = o.value
cross join assessment_reason q on q.id = e.reason_id
left join message g on g.lang = :lang and g.key = 'agreement.' || coalesce(e.agreement, 'computed_only')
left join message m on m.lang = :lang and m.key = 'cause.' || coalesce(e.agreement_cause, '')
order by o.id;
