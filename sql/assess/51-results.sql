-- One control's results, each set beside the verdicts of AWS. {view} is the control's view; :base and :judged_by_aws are
-- those of 50-controls.sql. Why a verdict differs is said by a later step. The view stands first, so that its rows are
-- taken as they come and not gathered before. This runs once per result: what is the same for all of them is given from
-- outside, and a result that AWS has no verdict on goes the short way.
insert into result (id, reason_id, record_id, launch_type, platform_family, platform_version, latest_version, subject,
  actual, expected, security_hub_status, security_hub_at, config_rule_status, config_rule_at, agreement,
  agreement_cause)
with judged as (
  select :base + e.resource_id as id,
    q.id as reason_id, e.record_id, e.launch_type, e.platform_family, e.platform_version, e.latest_version, e.subject,
    e.actual, e.expected, e.changed_at,
    f.resource_id as aws_id, f.hub_status, f.hub_at, f.kept_out, f.hub_meaning, f.rule_status, f.rule_at, f.rule_meaning,
    case q.status when 'PASSED' then 'pass' when 'FAILED' then 'fail' when 'NOT_APPLICABLE' then 'none'
      else 'unknown' end as ours
  from {view} e
  -- a reason that the catalogue lacks has no id: the insert then fails, rather than pass over it
  left join assessment_reason q on q.assessment_id = :assessment and q.control_id = :control and q.reason = e.reason
  left join aws_fact f on f.control_id = :judged_by_aws and f.resource_id = e.resource_id
), beside as (
  -- 1 where AWS's verdict differs from ours; null where there is none. Security Hub says NOT_AVAILABLE
  -- both for "does not apply" and for "could not tell".
  select j.*,
    j.hub_meaning <> j.ours
      and not (j.ours in ('none', 'unknown') and j.hub_meaning in ('none', 'unknown')) as hub_differs,
    j.rule_meaning <> j.ours as rule_differs
  from judged j
)
select b.id, b.reason_id, b.record_id, b.launch_type, b.platform_family, b.platform_version, b.latest_version,
  b.subject, b.actual, b.expected, b.hub_status, b.hub_at, b.rule_status, b.rule_at,
  case
    when b.aws_id is null then null
    when b.hub_meaning is null and b.rule_meaning is null then null
    when not coalesce(b.hub_differs, 0) and not coalesce(b.rule_differs, 0) then 'agrees'
    when (not coalesce(b.hub_differs, 0) or b.hub_at < b.changed_at)
      and (not coalesce(b.rule_differs, 0) or b.rule_at < b.changed_at) then 'stale'
    else 'disagrees'
  end,
  iif(b.rule_meaning is null, b.kept_out, null)
from beside b;
