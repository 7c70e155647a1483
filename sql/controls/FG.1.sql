-- FG.1: running Fargate tasks should be on the version that LATEST means now.
-- One row per assessed service. LATEST is resolved when a deployment starts, and scaling keeps the
-- deployment's version; so a service set to LATEST keeps old tasks until its next deployment. Judged
-- are the deployments and task sets with running tasks in the newest describe-services view; the worst
-- wins. Source: ECS Developer Guide, "Fargate platform versions for Amazon ECS".
create view control_FG_1 as
with verdict (standing, rank, reason) as (
  values ('retired', 1, 'running_outdated'), ('outdated', 1, 'running_outdated'),
    ('malformed', 2, 'running_version_unknown'), ('none', 2, 'running_version_unknown'),
    ('latest', 2, 'running_version_unknown'), ('no_family', 3, 'unknown_platform_family'),
    ('newer', 4, 'newer_than_catalogue'), ('current', 5, 'running_current')
), worst as (
  select s.*, v.reason,
    row_number() over (partition by s.service_id order by v.rank, s.position) as place
  from v_version_standing s
  join verdict v on v.standing = s.standing
  where s.kind = 'running'
)
select c.assessment_id, c.resource_id, coalesce(o.record_id, c.record_id) as record_id,
  coalesce(g.reason, w.reason,
    case when exists (select 1 from deployment d where d.service_id = c.described_id)
         then 'no_running_tasks' else 'no_deployments' end) as reason,
  c.shown_launch_type as launch_type,
  coalesce(w.shown_family, c.platform_family) as platform_family,
  case when g.reason is null then w.version end as platform_version,
  case when g.reason is null then w.latest end as latest_version,
  w.subject,
  case when g.reason is null then w.version else g.runs_on end as actual,
  case when g.reason is null then w.latest end as expected,
  h.changed_at
from v_assessed_service c
join v_service_gate g on g.service_id = c.service_id
join v_service_change h on h.service_id = c.service_id
left join service o on o.id = c.described_id
left join worst w on w.service_id = c.service_id and w.place = 1;
