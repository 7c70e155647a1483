-- One control's results, each set beside the verdicts of AWS. {view} is the control's view.
insert into result (assessment_id, control_id, resource_id, record_id, status, original_status, reason,
  launch_type, platform_family, platform_version, latest_version, subject, actual, expected,
  security_hub_status, security_hub_at, config_rule_status, config_rule_at, agreement, agreement_cause)
with judged as (
  select v.*, q.status, c.issuer,
    h.status as hub_status, h.updated_at as hub_at, h.kept_out as hub_kept_out, h.finding_id,
    f.status as rule_status, f.captured_at as rule_at,
    case q.status when 'PASSED' then 'pass' when 'FAILED' then 'fail' when 'NOT_APPLICABLE' then 'none'
      else 'unknown' end as ours
  from {view} v
  join control c on c.id = :control
  join reason q on q.control_id = c.id and q.reason = v.reason
  left join v_security_hub_verdict h on h.control_id = c.id and h.resource_id = v.resource_id
  left join v_config_verdict f on f.control_id = c.id and f.resource_id = v.resource_id
), compared as (
  select j.*, hm.meaning as hub_meaning, rm.meaning as rule_meaning,
    -- 1 where the verdict differs from ours; null where there is none. AWS says NOT_AVAILABLE both for
    -- "does not apply" and for "could not tell".
    hm.meaning <> j.ours and not (j.ours in ('none', 'unknown') and hm.meaning in ('none', 'unknown'))
      as hub_differs,
    rm.meaning <> j.ours as rule_differs
  from judged j
  left join v_verdict_meaning hm on hm.status = j.hub_status
  left join v_verdict_meaning rm on rm.status = j.rule_status
), agreed as (
  select c.*,
    case
      when c.hub_differs is null and c.rule_differs is null then 'computed_only'
      when not coalesce(c.hub_differs, 0) and not coalesce(c.rule_differs, 0) then 'agrees'
      when (not coalesce(c.hub_differs, 0) or c.hub_at < c.changed_at)
        and (not coalesce(c.rule_differs, 0) or c.rule_at < c.changed_at) then 'stale'
      else 'disagrees'
    end as agreement
  from compared c
)
select a.assessment_id, :control, a.resource_id, a.record_id, a.status, a.status, a.reason,
  a.launch_type, a.platform_family, a.platform_version, a.latest_version, a.subject, a.actual,
  a.expected, a.hub_status, a.hub_at, a.rule_status, a.rule_at, a.agreement,
  case a.agreement
    when 'agrees' then null
    when 'stale' then 'aws_before_change'
    when 'computed_only' then
      case when a.issuer <> 'aws' then 'no_aws_control' else coalesce(a.hub_kept_out, 'no_aws_verdict') end
    else case
      when exists (select 1 from finding_parameter p
                   join assessment_parameter mine on mine.assessment_id = a.assessment_id
                     and mine.control_id = :control and mine.name = p.name
                   where p.finding_id = a.finding_id and a.hub_differs and p.value <> mine.value)
        then 'other_parameters'
      when a.ours = 'unknown' then 'inventory_incomplete'
      when coalesce(a.hub_meaning, '') not in ('pass', 'fail') and coalesce(a.rule_meaning, '') not in ('pass', 'fail')
        then case when exists (select 1 from service s where s.record_id = a.record_id
                                 and s.launch_type is null and s.capacity_provider_strategy <> '[]')
                  then 'behind_capacity_provider' else 'aws_not_evaluated' end
      when a.hub_meaning <> a.rule_meaning then 'aws_sources_differ'
      else 'unexplained'
    end
  end
from agreed a;
