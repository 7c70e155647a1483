-- JUnit's shape of the results.

-- One row per result of the newest assessment: its test case. `classname` is CONTROL.ACCOUNT.REGION.CLUSTER
-- with other dots turned to underscores (readers split it there); `name` is the resource's name, with
-- a number where a place holds it twice (readers drop duplicates).
create view v_junit_case as
select v.result_id, v.control_id, v.place,
  replace(v.control_id, '.', '_') || '.' || coalesce(nullif(replace(v.account_id, '.', '_'), ''), '-') || '.'
    || coalesce(nullif(replace(v.region, '.', '_'), ''), '-') || '.'
    || coalesce(nullif(replace(v.cluster, '.', '_'), ''), '-') as classname,
  v.resource_name || iif(v.twin > 1, ' (' || v.twin || ')', '') as name,
  v.status = 'FAILED' as failed,
  v.status = 'INSUFFICIENT_DATA' as errored,
  v.status in ('NOT_APPLICABLE', 'WAIVED') as skipped,
  v.reason, v.resource_arn, v.source, v.record, v.captured_at, v.waiver_id, v.waiver_expires
from v_results v;
