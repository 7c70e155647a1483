-- Why AWS's verdict differs from the result, or does not count. One row per result that differs from AWS's
-- verdicts, or on which Security Hub has only findings that someone suppressed or that were archived.
--
-- Only what the imported records show is named; the first that fits, in this order: the resource is gone, or another
-- revision counts; AWS judged before the change; AWS's parameters differ (as sets; of the platform versions only that
-- of the resource's own family); the evidence is incomplete; how AWS's rule works; AWS's two services differ; the
-- inventory is older than AWS's verdict; what AWS's rule does without parameters; a rule whose parameters no file
-- holds.
--
-- An inventory says how things were until its file was made, even where a Config item in it was captured long before.
insert into result_cause (assessment_id, result_id, cause, judge, aws_at, our_at, parameter, aws_value, our_value,
  detail, annotation)
with changed (resource_id, changed_at, os_text) as materialized (
  select resource_id, changed_at, null from service_fact
  union all
  select resource_id, changed_at, os_text from view_fact
), latest_revision as materialized (
  select r.partition, r.account_id, r.region, t.family, max(t.revision) as revision, r.name, v.changed_at
  from view_fact v
  join task_definition t on t.id = v.view_id
  join resource r on r.id = v.resource_id
  where v.kind = 'task_definition' and v.gate is null
  group by r.partition, r.account_id, r.region, t.family
), missing as materialized (
  select f.arn, max(r.captured_at) as at
  from describe_failure f
  join v_record r on r.record_id = f.record_id
  join assessment a on a.id = :assessment
  where f.reason = 'MISSING' and r.captured_at <= a.as_of
  group by f.arn
), place as materialized (
  select distinct r.account_id, r.region, r.type
  from (select resource_id from service_fact union all select resource_id from view_fact) x
  join resource r on r.id = x.resource_id
), beside as materialized (
  select e.id, e.control_id, e.resource_id, e.record_id, e.reason, e.agreement, e.platform_family, f.hub_finding_id as finding_id,
    -- LATEST passes whatever the latest version is
    e.control_id <> 'ECS.10' or e.platform_version is not 'LATEST' as parameters_count,
    f.hub_status, f.hub_at, f.kept_out, g.compliance_status as kept_status,
    coalesce(g.updated_at, hr.captured_at) as kept_at,
    f.rule_status, f.rule_at, f.rule_record_id,
    case e.original_status when 'PASSED' then 'pass' when 'FAILED' then 'fail' when 'NOT_APPLICABLE' then 'none'
      else 'unknown' end as ours,
    f.hub_meaning, f.rule_meaning
  from aws_fact f
  cross join assessment_control n on n.assessment_id = :assessment and n.control_id = f.control_id
  cross join v_result_by_id e on e.id = n.base + f.resource_id
  left join v_finding g on f.kept_out is not null and g.id = f.hub_finding_id
  left join record hr on f.kept_out is not null and hr.id = f.hub_record_id
  where e.agreement <> 'agrees' or f.kept_out is not null
), differing as materialized (
  -- 51-results.sql says when two verdicts differ
  select b.*, c.changed_at, c.os_text,
    coalesce(b.hub_meaning <> b.ours
      and not (b.ours in ('none', 'unknown') and b.hub_meaning in ('none', 'unknown')), 0) as hub_differs,
    coalesce(b.rule_meaning <> b.ours, 0) as rule_differs,
    b.agreement in ('agrees', 'computed_only') as only_kept_out
  from beside b
  left join changed c on c.resource_id = b.resource_id
), known as materialized (
  select d.*, r.arn, r.type, r.account_id, r.region, r.partition,
    max(coalesce(own.captured_at, ''), coalesce(s.captured_at, '')) as known_at,
    own.captured_at is not null or s.captured_from in ('option', 'path') as known_surely,
    case when not d.only_kept_out and d.rule_status is not null then
      (select v.rule_name from config_evaluation v join control c on c.id = d.control_id
       where v.record_id = d.rule_record_id and v.compliance = d.rule_status
         and (v.rule_name = c.config_rule or v.rule_name glob 'securityhub-' || c.config_rule || '-*'
           or v.rule_name glob c.config_rule || '-conformance-pack-*')
       order by v.rule_name limit 1) end as rule_name,
    -- lists are compared as sets, however they are written: one value or several, with commas or without
    (select p.name
     from finding_parameter p
     join assessment_parameter mine on mine.assessment_id = :assessment and mine.control_id = d.control_id
       and mine.name = p.name
     where p.finding_id = d.finding_id and d.hub_differs and d.agreement = 'disagrees' and d.parameters_count
       and p.position = 0
       and (p.name not in ('latestLinuxVersion', 'latestWindowsVersion')
         or (p.name = 'latestWindowsVersion') = (coalesce(d.platform_family, '') like 'windows%'))
       and (exists (select 1
                    from finding_parameter q, json_each('[' || replace(json_quote(q.value), ',', '","') || ']') w
                    where q.finding_id = p.finding_id and q.name = p.name and trim(w.value) <> ''
                      and not exists (select 1
                        from json_each('[' || replace(json_quote(mine.value), ',', '","') || ']') o
                        where trim(o.value) = trim(w.value)))
         or exists (select 1
                    from json_each('[' || replace(json_quote(mine.value), ',', '","') || ']') o
                    where trim(o.value) <> ''
                      and not exists (select 1
                        from finding_parameter q, json_each('[' || replace(json_quote(q.value), ',', '","') || ']') w
                        where q.finding_id = p.finding_id and q.name = p.name and trim(w.value) = trim(o.value))))
     order by p.name limit 1) as parameter
  from differing d
  join resource r on r.id = d.resource_id
  left join record own on d.agreement <> 'aws_only' and own.id = d.record_id
  left join source_fact s on s.source_id = own.source_id
), named as materialized (
  select k.*, m.at as missing_at, l.name as latest_name, l.changed_at as latest_at,
    case
      when k.only_kept_out then
        iif(k.kept_out = 'archived' and k.kept_status = 'NOT_AVAILABLE', 'archived_not_available', k.kept_out)
      when k.agreement = 'aws_only' then case
        when m.at is not null then 'described_missing'
        when p.type is null then 'place_not_exported'
        else 'only_in_aws' end
      when k.reason = 'not_latest_revision' then 'other_revision'
      when k.reason = 'inactive' then 'gone_here'
      when k.agreement = 'stale' then 'aws_before_change'
      when k.parameter is not null then 'other_parameters'
      when k.ours = 'unknown' then 'inventory_incomplete'
      when k.control_id = 'ECS.21' and k.reason = 'linux' and k.os_text is null then 'unstated_system'
      when coalesce(k.hub_meaning, '') not in ('pass', 'fail') and coalesce(k.rule_meaning, '') not in ('pass', 'fail')
        then iif(k.control_id = 'ECS.10' and exists (select 1 from service s where s.record_id = k.record_id
                   and s.launch_type is null and s.capacity_provider_strategy <> '[]'),
               'behind_capacity_provider', 'aws_not_evaluated')
      when k.hub_meaning <> k.rule_meaning then 'aws_sources_differ'
      when (not k.hub_differs or k.hub_at > k.known_at) and (not k.rule_differs or k.rule_at > k.known_at)
        then iif(k.known_surely, 'aws_after_capture', 'inventory_undated')
      -- without parameters AWS's rule accepts nothing but LATEST
      when k.control_id = 'ECS.10' and k.reason = 'pinned_to_current'
        and (not k.hub_differs or k.hub_meaning = 'fail') and (not k.rule_differs or k.rule_meaning = 'fail')
        and not exists (select 1 from finding_parameter q where q.finding_id = k.finding_id) then 'only_latest'
      when k.rule_differs and not k.hub_differs and k.rule_name not glob 'securityhub-*' and k.parameters_count
        and exists (select 1 from control_parameter q where q.control_id = k.control_id) then 'rule_of_its_own'
      else 'unexplained'
    end as cause
  from known k
  left join missing m on m.arn = k.arn
  left join place p on p.account_id = k.account_id and p.region = k.region and p.type = k.type
  left join task_definition t on k.reason = 'not_latest_revision' and t.record_id = k.record_id
  left join latest_revision l on l.partition = k.partition and l.account_id = k.account_id and l.region = k.region
    and l.family = t.family
), spoken as materialized (
  select n.*,
    case
      when n.only_kept_out or n.cause = 'other_parameters' then 'security_hub'
      when n.cause = 'rule_of_its_own' or n.hub_status is null then 'config_rule'
      when n.rule_status is null then 'security_hub'
      -- of two that differ the newer
      when n.cause = 'aws_sources_differ' and n.hub_at > n.rule_at then 'security_hub'
      when n.cause = 'aws_sources_differ' and n.hub_at < n.rule_at then 'config_rule'
      when n.agreement = 'aws_only' or n.cause = 'aws_sources_differ' or n.hub_differs = n.rule_differs then 'both'
      when n.hub_differs then 'security_hub'
      else 'config_rule'
    end as judge
  from named n
)
select :assessment, n.id, n.cause, n.judge,
  case when n.only_kept_out then n.kept_at
       when n.judge = 'security_hub' then n.hub_at
       when n.judge = 'config_rule' then n.rule_at
       else max(n.hub_at, n.rule_at) end,
  case n.cause
    when 'aws_before_change' then n.changed_at
    when 'other_revision' then n.latest_at
    when 'described_missing' then n.missing_at
    when 'gone_here' then nullif(n.known_at, '')
    when 'aws_after_capture' then nullif(n.known_at, '')
    when 'inventory_undated' then nullif(n.known_at, '')
  end,
  iif(n.cause = 'other_parameters', n.parameter, null),
  case when n.cause = 'other_parameters' then
         (select group_concat(value, ', ') from finding_parameter
          where finding_id = n.finding_id and name = n.parameter)
       when n.only_kept_out then n.kept_status
       when n.judge = 'security_hub' then n.hub_status
       when n.judge = 'config_rule' then n.rule_status
       else n.hub_status || ', ' || n.rule_status end,
  (select p.value from assessment_parameter p
   where p.assessment_id = :assessment and p.control_id = n.control_id and p.name = n.parameter
     and n.cause = 'other_parameters'),
  case n.cause
    when 'other_revision' then n.latest_name
    when 'behind_capacity_provider' then
      (select group_concat(json_extract(j.value, '$.capacityProvider'), ', ')
       from service s, json_each(s.capacity_provider_strategy) j
       where s.record_id = n.record_id)
    when 'rule_of_its_own' then n.rule_name
    when 'place_not_exported' then n.account_id || ', ' || n.region
  end,
  case when n.judge <> 'security_hub' then
    (select nullif(trim(v.annotation), '') from config_evaluation v
     where v.record_id = n.rule_record_id and v.rule_name = n.rule_name and v.compliance = n.rule_status
     order by v.id limit 1) end
from spoken n;
