-- One control's results, each set beside the verdicts of AWS. {view} is the control's view. What AWS
-- judged and no inventory holds has a result too, for controls of AWS's.
insert into result (assessment_id, control_id, resource_id, place, twin, record_id, status,
  original_status, reason, launch_type, platform_family, platform_version, latest_version, subject,
  actual, expected, security_hub_status, security_hub_at, config_rule_status, config_rule_at,
  agreement, agreement_cause)
with judged as materialized (
  select v.*, 0 as aws_only
  from {view} v
), missing as (
  select k.resource_id, coalesce(h.record_id, f.record_id) as record_id
  from (select resource_id from security_hub_fact where control_id = :control and status is not null
        union select resource_id from config_rule_fact where control_id = :control and status is not null) k
  join control c on c.id = :control and c.issuer = 'aws'
  join resource r on r.id = k.resource_id and r.type = c.resource_type
  left join security_hub_fact h on h.control_id = :control and h.resource_id = k.resource_id
    and h.status is not null
  left join config_rule_fact f on f.control_id = :control and f.resource_id = k.resource_id
  where k.resource_id not in (select resource_id from judged)
), everything as (
  select resource_id, record_id, reason, launch_type, platform_family, platform_version,
    latest_version, subject, actual, expected, changed_at, aws_only
  from judged
  union all
  select resource_id, record_id, 'not_in_inventory', null, null, null, null, null, null, null, null, 1
  from missing
), beside as (
  select e.*, q.status, c.issuer,
    h.status as hub_status, h.updated_at as hub_at, h.kept_out as hub_kept_out, h.finding_id,
    f.status as rule_status, f.captured_at as rule_at,
    case q.status when 'PASSED' then 'pass' when 'FAILED' then 'fail' when 'NOT_APPLICABLE' then 'none'
      else 'unknown' end as ours
  from everything e
  join control c on c.id = :control
  -- a reason that the catalogue lacks has no status: the insert then fails, rather than pass over it
  left join reason q on q.control_id = c.id and q.reason = e.reason
  left join security_hub_fact h on h.control_id = c.id and h.resource_id = e.resource_id
  left join config_rule_fact f on f.control_id = c.id and f.resource_id = e.resource_id
), meant as (
  -- a word of AWS's that is not known says that something was judged, not what
  select b.*,
    iif(b.hub_status is null, null, coalesce(hm.meaning, 'unknown')) as hub_meaning,
    iif(b.rule_status is null, null, coalesce(rm.meaning, 'unknown')) as rule_meaning
  from beside b
  left join v_verdict_meaning hm on hm.status = b.hub_status
  left join v_verdict_meaning rm on rm.status = b.rule_status
), compared as (
  -- 1 where the verdict differs from ours; null where there is none. Security Hub says NOT_AVAILABLE
  -- both for "does not apply" and for "could not tell".
  select m.*,
    m.hub_meaning <> m.ours
      and not (m.ours in ('none', 'unknown') and m.hub_meaning in ('none', 'unknown')) as hub_differs,
    m.rule_meaning <> m.ours as rule_differs
  from meant m
), agreed as (
  select c.*,
    case
      when c.aws_only then 'aws_only'
      when c.hub_differs is null and c.rule_differs is null then 'computed_only'
      when not coalesce(c.hub_differs, 0) and not coalesce(c.rule_differs, 0) then 'agrees'
      when (not coalesce(c.hub_differs, 0) or c.hub_at < c.changed_at)
        and (not coalesce(c.rule_differs, 0) or c.rule_at < c.changed_at) then 'stale'
      else 'disagrees'
    end as agreement
  from compared c
)
select a.id, :control, g.resource_id, x.place, x.twin, g.record_id, g.status, g.status, g.reason,
  g.launch_type, g.platform_family, g.platform_version, g.latest_version, g.subject, g.actual,
  g.expected, g.hub_status, g.hub_at, g.rule_status, g.rule_at, g.agreement,
  case g.agreement
    when 'agrees' then null
    when 'aws_only' then 'only_in_aws'
    when 'stale' then 'aws_before_change'
    when 'computed_only' then
      iif(g.issuer <> 'aws', 'no_aws_control', coalesce(g.hub_kept_out, 'no_aws_verdict'))
    else case
      when exists (select 1 from finding_parameter p
                   join assessment_parameter mine on mine.assessment_id = :assessment
                     and mine.control_id = :control and mine.name = p.name
                   where p.finding_id = g.finding_id and g.hub_differs and p.value <> mine.value)
        then 'other_parameters'
      when g.ours = 'unknown' then 'inventory_incomplete'
      when coalesce(g.hub_meaning, '') not in ('pass', 'fail')
        and coalesce(g.rule_meaning, '') not in ('pass', 'fail')
        then iif(exists (select 1 from service s where s.record_id = g.record_id
                           and s.launch_type is null and s.capacity_provider_strategy <> '[]'),
                 'behind_capacity_provider', 'aws_not_evaluated')
      when g.hub_meaning <> g.rule_meaning then 'aws_sources_differ'
      else 'unexplained'
    end
  end
from agreed g
join resource_fact x on x.resource_id = g.resource_id
join assessment a on a.id = :assessment
order by x.place;
