-- One control's results, each set beside the verdicts of AWS. {view} is the control's view. Why a verdict differs is
-- said by a later step. The view stands first, so that its rows are taken as they come and not gathered before; verdicts
-- that AWS gave on nothing are not looked up for every resource.
insert into result (id, reason_id, record_id, launch_type, platform_family, platform_version, latest_version, subject,
  actual, expected, security_hub_status, security_hub_at, config_rule_status, config_rule_at, agreement,
  agreement_cause)
with judged as (
  select (select base from assessment_control where assessment_id = :assessment and control_id = :control)
      + e.resource_id as id,
    q.id as reason_id, e.record_id, e.launch_type, e.platform_family, e.platform_version, e.latest_version, e.subject,
    e.actual, e.expected, e.changed_at,
    h.status as hub_status, h.updated_at as hub_at, h.kept_out, h.meaning as hub_meaning,
    f.status as rule_status, f.captured_at as rule_at, f.meaning as rule_meaning,
    case q.status when 'PASSED' then 'pass' when 'FAILED' then 'fail' when 'NOT_APPLICABLE' then 'none'
      else 'unknown' end as ours
  from {view} e
  -- a reason that the catalogue lacks has no id: the insert then fails, rather than pass over it
  left join assessment_reason q on q.assessment_id = :assessment and q.control_id = :control and q.reason = e.reason
  left join security_hub_fact h on h.resource_id = e.resource_id
    and h.control_id = (select max(control_id) from security_hub_fact where control_id = :control)
  left join config_rule_fact f on f.resource_id = e.resource_id
    and f.control_id = (select max(control_id) from config_rule_fact where control_id = :control)
), beside as (
  -- 1 where AWS's verdict differs from ours; null where there is none. Security Hub says NOT_AVAILABLE
  -- both for "does not apply" and for "could not tell".
  select j.*, j.hub_meaning is null and j.rule_meaning is null as alone,
    j.hub_meaning <> j.ours
      and not (j.ours in ('none', 'unknown') and j.hub_meaning in ('none', 'unknown')) as hub_differs,
    j.rule_meaning <> j.ours as rule_differs
  from judged j
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
