-- ECS.10: ECS Fargate services should run on the latest Fargate platform version.
-- One row per assessed service. Where a service states no version, its task sets in use are judged and
-- the worst wins. Sources: AWS Security Hub "ECS.10"; AWS Config rule
-- ecs-fargate-latest-platform-version with its parameters latestLinuxVersion, latestWindowsVersion.
create view control_ECS_10 as
with verdict (standing, rank, reason) as (
  values ('retired', 1, 'retired_version'), ('outdated', 2, 'outdated_version'),
    ('malformed', 3, 'malformed_platform_version'), ('no_family', 4, 'unknown_platform_family'),
    ('newer', 5, 'newer_than_catalogue'), ('none', 6, 'no_platform_version'),
    ('current', 7, 'pinned_to_current'), ('latest', 8, 'latest')
), worst as (
  select s.*, v.reason,
    row_number() over (partition by s.service_id order by v.rank, s.position) as place
  from v_version_standing s
  join verdict v on v.standing = s.standing
  where s.kind = 'asked'
)
select c.assessment_id, c.resource_id, c.record_id,
  coalesce(g.reason, w.reason) as reason,
  c.shown_launch_type as launch_type,
  coalesce(w.shown_family, c.platform_family) as platform_family,
  w.version as platform_version,
  case when g.reason is null then w.latest end as latest_version,
  w.subject,
  case when g.reason is null then w.version else g.runs_on end as actual,
  case when g.reason is null then w.latest end as expected,
  h.changed_at
from v_assessed_service c
join v_service_gate g on g.service_id = c.service_id
join v_service_change h on h.service_id = c.service_id
left join worst w on w.service_id = c.service_id and w.place = 1;
