-- JUnit's shape of the results.

-- One row per result of the newest assessment: its test case. `classname` is CONTROL.ACCOUNT.REGION.CLUSTER
-- with other dots turned to underscores (readers split it there); `name` is the resource's name, with
-- a number where a place holds it twice (readers drop duplicates).
create view v_junit_case as
with parts as (
  select v.result_id, v.control_id, v.position, v.status, v.reason, v.account_id, v.region, v.cluster,
    v.resource_name, v.resource_arn, v.source, v.record, v.captured_at, v.waiver_id, v.waiver_expires,
    replace(v.control_id, '.', '_') || '.' || coalesce(nullif(replace(v.account_id, '.', '_'), ''), '-') || '.'
      || coalesce(nullif(replace(v.region, '.', '_'), ''), '-') || '.'
      || coalesce(nullif(replace(v.cluster, '.', '_'), ''), '-') as classname
  from v_results v
)
select p.*,
  row_number() over (partition by p.classname, p.resource_name order by p.resource_arn) as twin,
  p.status = 'FAILED' as failed,
  p.status = 'INSUFFICIENT_DATA' as errored,
  p.status in ('NOT_APPLICABLE', 'WAIVED') as skipped
from parts p;
