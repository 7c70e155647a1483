-- What has results in one place, with their numbers. `marks` is what the page filters by: CONTROL:STATUS.
-- Grain: one row per resource. Order: reading order, in which the rows come by themselves.
select x.place, x.resource_id, r.type as resource_type, 'resource-' || x.place as anchor, r.name, r.arn,
  coalesce((select t.text from message t where t.lang = :lang and t.key = 'resource_type.' || r.type), r.type) as type_label,
  f.runs_on, f.family_text as platform_family,
  (select group_concat(version, ', ')
   from (select distinct version from v_version_fact v
         where v.service_id = f.service_id and v.kind = 'asked' and version is not null
         order by version)) as asked_version,
  (select group_concat(version, ', ')
   from (select distinct version from v_version_fact v
         where v.service_id = f.service_id and v.kind = 'running' and version is not null
         order by version)) as running_version,
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
left join service_fact f on f.service_id =
  (select min(o.id) from service o cross join service_fact g on g.service_id = o.id
   where o.resource_id = x.resource_id and g.assessment_id = :assessment_id)
cross join assessment_control k on k.assessment_id = :assessment_id and k.total > 0
cross join control c on c.id = k.control_id
cross join v_result_by_id e on e.id = k.base + x.resource_id
where x.place between :first_of_group and :last_of_group
group by x.place
order by x.place;
