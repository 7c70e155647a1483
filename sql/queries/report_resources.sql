-- What has results in one place, with their numbers. `marks` is what the page filters by: CONTROL:STATUS.
-- Grain: one row per resource. Order: reading order, in which the rows come by themselves.
select x.place, x.resource_id, r.type as resource_type, 'resource-' || x.place as anchor, r.name, r.arn,
  coalesce(t.text, r.type) as type_label, s.runs_on, s.platform_family, s.asked_version, s.running_version,
  coalesce(r.account_id, '') as account_mark,
  sum(e.status = 'FAILED') as failed, sum(e.status = 'INSUFFICIENT_DATA') as insufficient_data,
  sum(e.status = 'WAIVED') as waived, sum(e.status = 'PASSED') as passed,
  sum(e.status = 'NOT_APPLICABLE') as not_applicable,
  sum(e.status in ('FAILED', 'INSUFFICIENT_DATA', 'WAIVED')) as notable,
  sum(e.status in ('PASSED', 'NOT_APPLICABLE')) as quiet,
  sum(c.issuer = 'aws' and (e.agreement <> 'computed_only' or e.agreement_cause in ('archived', 'suppressed'))) as compared,
  group_concat(c.id || ':' || case e.status when 'FAILED' then 'failed' when 'PASSED' then 'passed'
    when 'WAIVED' then 'waived' when 'NOT_APPLICABLE' then 'na' else 'insufficient' end, ' ') as marks
from resource_fact x not indexed -- its own order is the reading order
cross join resource r on r.id = x.resource_id
cross join assessment_control k on k.assessment_id = :assessment_id and k.total > 0
cross join control c on c.id = k.control_id
cross join v_result_by_id e on e.id = k.base + x.resource_id
left join v_report_service s on s.resource_id = x.resource_id
left join message t on t.lang = :lang and t.key = 'resource_type.' || r.type
where x.place between :first_of_group and :last_of_group
group by x.place
order by x.place;
