-- JUnit's shape of the results.

-- One row per result of the newest assessment: its test case. `classname` is CONTROL.ACCOUNT.REGION.CLUSTER
-- with other dots turned to underscores (readers split it there); `name` is the resource's name, which
-- must be unique there (readers drop duplicates): a twin carries its number, and a name that no ECS
-- resource can have, and that sinks may have to alter, its place.
create view v_junit_case as
select v.result_id, v.control_id, v.place,
  replace(v.control_id, '.', '_') || '.' || coalesce(nullif(replace(v.account_id, '.', '_'), ''), '-') || '.'
    || coalesce(nullif(replace(v.region, '.', '_'), ''), '-') || '.'
    || coalesce(nullif(replace(v.cluster, '.', '_'), ''), '-') as classname,
  v.resource_name || case
    when v.resource_name || ifnull(v.cluster, '') glob '*[^A-Za-z0-9_.-]*' then ' (' || v.place || ')'
    when v.twin > 1 then ' (' || v.twin || ')'
    else '' end as name,
  v.status = 'FAILED' as failed,
  v.status = 'INSUFFICIENT_DATA' as errored,
  v.status in ('NOT_APPLICABLE', 'WAIVED') as skipped,
  v.reason, v.resource_arn, v.source, v.record, v.captured_at, v.waiver_id, v.waiver_expires
from v_placed_result v;
