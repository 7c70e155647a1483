-- The test cases of one suite, or of the part that a file has of it: control by control, from :from_key to :to_key
-- (junit_step.sql), of the places :first to :last. Grain: one row per result. Order: control, place, in which the rows come
-- by themselves.
--
-- `classname` is CONTROL.ACCOUNT.REGION.CLUSTER, other dots turned to underscores (readers split it there); `name` is the
-- resource's, which must be unique in its class (readers drop duplicates): a twin carries its number, a name that no ECS
-- resource can have, and that sinks may have to alter, its place. Most results pass and need no words: nothing more is
-- looked up for them than what the extended profile shows.
select replace(o.control_id, '.', '_') || '.' || ifnull(r.account_id, '-') || '.'
    || ifnull(replace(r.region, '.', '_'), '-') || '.' || ifnull(replace(r.cluster, '.', '_'), '-') as classname,
  r.name || case
    when r.name glob '*[^A-Za-z0-9_.:/-]*' or r.region glob '*[^A-Za-z0-9-]*' or r.cluster glob '*[^A-Za-z0-9_-]*'
      or r.region = '-' or r.cluster = '-' then ' (' || o.place || ')'
    when o.twin > 1 then ' (' || o.twin || ')'
    else '' end as name,
  o.outcome = 'failure' as failed, o.outcome = 'error' as errored, o.outcome = 'skipped' as skipped,
  iif(:junit_profile = 'extended', coalesce(f.path, s.path), null) as file,
  iif(:junit_profile = 'extended', d.line, null) as line,
  :junit_profile = 'extended' as extended,
  o.status, o.reason, r.arn as resource_arn, coalesce(f.path, s.path) as source, d.pointer as record,
  replace(coalesce(d.captured_at, f.captured_at, s.captured_at), '.000Z', 'Z') as captured_at,
  -- for the details only
  coalesce(f.path, s.path) || ifnull(':' || d.line, '') as evidence, ifnull(nullif(o.actual, ''), '-') as found,
  ifnull(nullif(o.expected, ''), '-') as wanted, ifnull(w.waiver_id || ' (' || substr(w.expires_at, 1, 10) || ')', '-') as waiver,
  -- a brace inside a value is put aside as in v_result_message
  replace(replace(replace(replace(replace(t.text,
    '{expected}', replace(ifnull(o.expected, ''), '{', char(64976))),
    '{subject}', replace(ifnull(o.subject, ''), '{', char(64976))),
    '{actual}', replace(ifnull(o.actual, ''), '{', char(64976))),
    '{name}', replace(r.name, '{', char(64976))),
    char(64976), '{') as message
from (select c.id as control_id, c.position, x.place, x.twin, x.resource_id, e.record_id, e.waiver_id, e.subject, e.actual,
        e.expected, q.reason, iif(e.waiver_id is null, q.status, 'WAIVED') as status,
        case when e.waiver_id is not null then :as_waived when q.fails then :as_failed when q.is_open then :as_insufficient_data
          when q.is_outside then :as_not_applicable else :as_passed end as outcome
      from control c
      cross join assessment_control k
        on k.assessment_id = (select assessment_id from v_assessment_id) and k.control_id = c.id
      cross join resource_fact x not indexed -- its own order is the reading order
        on x.place >= max(:first, :from_key - c.position * 10000000000)
        and x.place <= min(:last, :to_key - c.position * 10000000000)
      cross join result e on e.id = k.base + x.resource_id
      cross join assessment_reason q on q.id = e.reason_id
      where c.position between :from_key / 10000000000 and :to_key / 10000000000) o
cross join resource r on r.id = o.resource_id
left join reason_text t on t.control_id = iif(o.outcome = 'pass', null, o.control_id) and t.reason = o.reason and t.lang = :lang
left join record d on d.id = iif(o.outcome = 'pass' and :junit_profile <> 'extended', null, o.record_id)
left join source s on s.id = d.source_id
left join source_fact f on f.source_id = d.source_id
left join waiver w on w.id = o.waiver_id
order by o.position, o.place;
