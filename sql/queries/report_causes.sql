-- Why AWS's verdicts and the report's differ, and findings that do not count because someone suppressed or
-- archived them. Grain: one row per agreement × cause. Order: disagreement, stale verdicts, AWS alone,
-- findings that do not count, no verdict of AWS; then the cause.
with told as (
  select e.agreement, coalesce(k.cause, e.agreement_cause, 'no_aws_verdict') as agreement_cause
  from v_result e
  join control c on c.id = e.control_id and c.issuer = 'aws'
  left join result_cause k on k.assessment_id = e.assessment_id and k.result_id = e.id
  where e.assessment_id = :assessment_id and (e.agreement <> 'agrees' or k.cause is not null)
)
select d.agreement, d.agreement_cause, coalesce(g.text, d.agreement) as agreement_label,
  'agreement ' || d.agreement as agreement_class, coalesce(t.text, d.agreement_cause) as cause_title,
  k.text as cause, count(*) as results,
  iif(:most + 0 >= 0 and d.agreement_cause <> 'no_aws_verdict', nullif(max(count(*) - :most_inside, 0), 0), null) as results_left, d.agreement_cause <> 'no_aws_verdict' as listed
from told d
left join message g on g.lang = :lang and g.key = 'agreement.' || d.agreement
left join message t on t.lang = :lang and t.key = 'cause_title.' || d.agreement_cause
left join message k on k.lang = :lang and k.key = 'cause.' || d.agreement_cause
group by d.agreement, d.agreement_cause
order by case d.agreement when 'disagrees' then 1 when 'stale' then 2 when 'aws_only' then 3
    when 'agrees' then 4 else 5 end,
  d.agreement_cause = 'no_aws_verdict', d.agreement_cause;
