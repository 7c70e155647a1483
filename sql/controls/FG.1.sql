-- FG.1: running Fargate tasks should be on the version that LATEST means now.
-- One row per assessed service. LATEST is resolved when a deployment starts, and scaling keeps the
-- deployment's version; so a service set to LATEST keeps old tasks until its next deployment. Judged
-- are described tasks, task sets and deployments that run (sql/assess/45-running-facts.sql); the worst
-- wins, of equals a task, and its record is the evidence. Source: ECS Developer Guide, "Fargate platform
-- versions for Amazon ECS".
create view control_FG_1 as
with verdict (standing, rank, reason) as (
  values ('retired', 1, 'running_outdated'), ('outdated', 1, 'running_outdated'),
    ('malformed', 2, 'running_version_unknown'), ('none', 2, 'running_version_unknown'),
    ('latest', 2, 'running_version_unknown'), ('no_family', 3, 'unknown_platform_family'),
    ('newer', 4, 'newer_than_catalogue'), ('current', 5, 'running_current')
), worst as (
  select f.service_id, f.subject, f.version, f.family_text, f.latest, f.record_id, v.reason,
    min(v.rank * 1000000 + f.position) as rank
  from version_fact f
  join verdict v on v.standing = f.standing
  where f.kind = 'running'
  group by f.service_id
)
select c.assessment_id, c.resource_id,
  coalesce(iif(c.gate is null, w.record_id, null), c.described_record_id, c.record_id) as record_id,
  coalesce(c.gate, w.reason, iif(c.has_deployments, 'no_running_tasks', 'no_deployments')) as reason,
  c.launch_type,
  coalesce(w.family_text, c.family_text) as platform_family,
  iif(c.gate is null, w.version, null) as platform_version,
  iif(c.gate is null, w.latest, null) as latest_version,
  w.subject,
  iif(c.gate is null, w.version, c.runs_on) as actual,
  iif(c.gate is null, w.latest, null) as expected,
  c.changed_at
from service_fact c
left join worst w on w.service_id = c.service_id;
