-- What the evidence knows of one resource's past: when it was made, deployed, registered or seen to change, and since when
-- Security Hub reports a failure. Nothing after the time of assessment. Grain: one row per event; where there is none, one
-- that says so. Order: time, kind, detail.
with view_of as materialized (
  select s.id, s.created_at, v.captured_at, coalesce(s.platform_version, '') as version,
    coalesce(s.task_definition, '') as task_definition,
    lag(coalesce(s.platform_version, '') || ' ' || coalesce(s.task_definition, ''))
      over (order by v.captured_at, v.sha256, v.byte_offset) as before
  from (select resource_id from resource_fact where counted_id = :resource_id
        union all
        select resource_id from resource_fact where resource_id = :resource_id and counted_id <> :resource_id) o
  cross join service s on s.resource_id = o.resource_id and s.deleted = 0
  join v_record v on v.record_id = s.record_id
  where :resource_type = 'AWS::ECS::Service'
), event as (
  select min(created_at) as at, 'created' as kind, null as detail
  from view_of
  having min(created_at) is not null
  union all
  select d.created_at, iif(d.kind = 'deployment', 'deployed', 'task_set'),
    coalesce(d.platform_version, '') || coalesce(' ' || d.status, '')
  from view_of s
  join deployment d on d.service_id = s.id
  union all
  select s.captured_at, 'seen', s.version
  from view_of s
  where s.before <> s.version || ' ' || s.task_definition
  union all
  select t.registered_at, 'registered', t.status
  from task_definition t
  where t.resource_id = :resource_id
  union all
  select t.deregistered_at, 'deregistered', null
  from task_definition t
  where t.resource_id = :resource_id
  union all
  select t.created_at, 'task_set', coalesce(t.platform_version, '')
  from task_set t
  where t.resource_id = :resource_id
  union all
  select min(f.first_observed_at), 'reported', f.control_id
  from finding_resource o
  join finding f on f.id = o.finding_id
  where o.resource_id = :resource_id and f.issuer = 'aws/securityhub'
    and lower(f.compliance_status) in ('failed', 'fail')
  group by f.control_id
), known as materialized (
  select at, kind, detail from event where at <= :as_of group by at, kind, detail
)
select e.at as event_at, m.text as event_label, nullif(trim(e.detail), '') as detail
from (select at, kind, detail from known
      union all
      select null, 'none', null where not exists (select 1 from known)) e
join message m on m.lang = :lang and m.key = 'history.' || e.kind
order by e.at, e.kind, e.detail;
