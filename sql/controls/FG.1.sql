-- FG.1: running Fargate tasks should be on the version that LATEST means now.
-- One row per assessed service. LATEST is resolved when a deployment starts, and scaling keeps the
-- deployment's version; so a service set to LATEST keeps old tasks until its next deployment. Judged
-- are described tasks, task sets and deployments that run (sql/assess/48-running-versions.sql); the worst
-- wins, of equals a task, and its record is the evidence. Source: ECS Developer Guide, "Fargate platform
-- versions for Amazon ECS".
create view control_FG_1 as
with ranked as (
  -- what a service asks for stands last, so that one without running tasks has a row too
  select f.service_id, f.kind, f.position, f.subject, n.version, f.family_text, n.latest, f.record_id,
    case when f.kind = 'asked' then '9' else case n.standing -- the most frequent first
      when 'current' then '5running_current'
      when 'retired' then '1running_outdated' when 'outdated' then '1running_outdated'
      when 'malformed' then '2running_version_unknown' when 'none' then '2running_version_unknown'
      when 'latest' then '2running_version_unknown' when 'no_family' then '3unknown_platform_family'
      when 'newer' then '4newer_than_catalogue' end end as verdict
  from version_fact f
  cross join version_standing n on n.id = f.standing_id
), worst as (
  -- the other columns are those of the row with the least rank (SQLite, "bare columns")
  select service_id, kind = 'running' as runs, subject, version, family_text, latest, record_id,
    nullif(substr(verdict, 2), '') as reason,
    min(unicode(verdict) * 4294967296 + position) as rank
  from ranked
  group by service_id
)
select c.assessment_id, c.resource_id,
  coalesce(iif(c.gate is null and w.runs, w.record_id, null), c.described_record_id, c.record_id) as record_id,
  coalesce(c.gate, w.reason, iif(c.has_deployments, 'no_running_tasks', 'no_deployments')) as reason,
  c.launch_type,
  coalesce(iif(w.runs, w.family_text, null), c.family_text) as platform_family,
  iif(c.gate is null and w.runs, w.version, null) as platform_version,
  iif(c.gate is null and w.runs, w.latest, null) as latest_version,
  iif(w.runs, w.subject, null) as subject,
  iif(c.gate is null, iif(w.runs, w.version, null), c.runs_on) as actual,
  iif(c.gate is null and w.runs, w.latest, null) as expected,
  c.changed_at
from worst w
cross join service_fact c on c.service_id = w.service_id;
