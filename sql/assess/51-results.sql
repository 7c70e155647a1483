-- One control's results, each set beside the verdicts of AWS. {view} is the control's view. Why a verdict differs is
-- said by a later step.
insert into result (id, reason_id, record_id, launch_type, platform_family, platform_version, latest_version, subject,
  actual, expected, security_hub_status, security_hub_at, config_rule_status, config_rule_at, agreement,
  agreement_cause)
with verdict as materialized (
  select id, reason, iif(status = 'PASSED', 'pass', iif(status = 'FAILED', 'fail',
    iif(status = 'NOT_APPLICABLE', 'none', 'unknown'))) as ours
  from assessment_reason
  where assessment_id = :assessment and control_id = :control
), beside as (
  -- 1 where AWS's verdict differs from ours; null where there is none. Security Hub says NOT_AVAILABLE
  -- both for "does not apply" and for "could not tell".
  select k.base + e.resource_id as id, q.id as reason_id, e.record_id, e.launch_type, e.platform_family,
    e.platform_version, e.latest_version, e.subject, e.actual, e.expected, e.changed_at,
    h.status as hub_status, h.updated_at as hub_at, h.kept_out,
    f.status as rule_status, f.captured_at as rule_at,
    h.meaning is null and f.meaning is null as alone,
    h.meaning <> q.ours
      and not (q.ours in ('none', 'unknown') and h.meaning in ('none', 'unknown')) as hub_differs,
    f.meaning <> q.ours as rule_differs
  from assessment_control k
  cross join {view} e
  -- a reason that the catalogue lacks has no status: the insert then fails, rather than pass over it
  left join verdict q on q.reason = e.reason
  left join security_hub_fact h on h.control_id = :control and h.resource_id = e.resource_id
  left join config_rule_fact f on f.control_id = :control and f.resource_id = e.resource_id
  where k.assessment_id = :assessment and k.control_id = :control
)
select b.id, b.reason_id, b.record_id, b.launch_type, b.platform_family, b.platform_version, b.latest_version,
  b.subject, b.actual, b.expected, b.hub_status, b.hub_at, b.rule_status, b.rule_at,
  case
    when b.alone then null
    when not coalesce(b.hub_differs, 0) and not coalesce(b.rule_differs, 0) then 'agrees'
    when (not coalesce(b.hub_differs, 0) or b.hub_at < b.changed_at)
      and (not coalesce(b.rule_differs, 0) or b.rule_at < b.changed_at) then 'stale'
    else 'disagrees'
  end,
  iif(b.alone, b.kept_out, null)
from beside b;
