-- What has results in one place, with their numbers. `marks` is what the page filters by: CONTROL:STATUS. `noted_ids`, `quiet_ids`
-- and `compared_ids` are its results' ids (JSON) for the queries inside, so that none looks for them again; `one_record_id`
-- is the record that all of them rest on, where it is one.
-- Grain: one row per resource. Order: reading order, in which the rows come by themselves.
with judged as materialized (
  select c.id as control_id, c.position, c.issuer = 'aws' as of_aws, k.base
  from control c
  cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id and k.total > 0
  order by c.position
), placed as (
  select x.place, x.resource_id, r.type, r.name, r.arn, r.account_id, coalesce(t.text, r.type) as type_label, f.service_id,
    f.runs_on, f.family_text, j.control_id, e.id as result_id, e.record_id,
    iif(e.waiver_id is null, q.status, 'WAIVED') as status,
    j.of_aws and (e.agreement is not null or e.agreement_cause in ('archived', 'suppressed')) as is_compared
  from resource_fact x not indexed -- its own order is the reading order
  cross join resource r on r.id = x.resource_id
  left join message t on t.lang = :lang and t.key = 'resource_type.' || r.type
  left join service_fact f on f.service_id =
    (select min(o.id) from service o cross join service_fact g on g.service_id = o.id
     where o.resource_id = x.resource_id and g.assessment_id = :assessment_id)
  cross join judged j
  cross join result e on e.id = j.base + x.resource_id
  cross join assessment_reason q on q.id = e.reason_id
  where x.place between :first_of_group and :last_of_group
)
select place, resource_id, type as resource_type, 'resource-' || place as anchor, name, arn, type_label,
  runs_on, family_text as platform_family,
  iif(service_id is null, null, (select group_concat(version, ', ')
   from (select distinct version from v_version_fact v
         where v.service_id = p.service_id and v.kind = 'asked' and version is not null
         order by version))) as asked_version,
  iif(service_id is null, null, (select group_concat(version, ', ')
   from (select distinct version from v_version_fact v
         where v.service_id = p.service_id and v.kind = 'running' and version is not null
         order by version))) as running_version,
  coalesce(account_id, '') as account_mark,
  sum(status = 'FAILED') as failed, sum(status = 'INSUFFICIENT_DATA') as insufficient_data,
  sum(status = 'WAIVED') as waived, sum(status = 'PASSED') as passed, sum(status = 'NOT_APPLICABLE') as not_applicable,
  sum(status not in ('PASSED', 'NOT_APPLICABLE')) as notable, sum(status in ('PASSED', 'NOT_APPLICABLE')) as quiet,
  sum(is_compared) as compared,
  json_group_array(result_id) filter (where status not in ('PASSED', 'NOT_APPLICABLE')) as noted_ids,
  json_group_array(result_id) filter (where status in ('PASSED', 'NOT_APPLICABLE')) as quiet_ids,
  json_group_array(result_id) filter (where is_compared) as compared_ids,
  json_group_array(result_id) as all_ids,
  iif(min(record_id) = max(record_id), min(record_id), null) as one_record_id,
  group_concat(control_id || case status when 'FAILED' then ':failed' when 'PASSED' then ':passed'
    when 'WAIVED' then ':waived' when 'NOT_APPLICABLE' then ':na' else ':insufficient' end, ' ') as marks
from placed p
group by place
order by place;
