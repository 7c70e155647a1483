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
  -- the other columns are those of the row with the least rank (SQLite, "bare columns")
  select f.service_id, f.subject, f.version, f.family_text, f.latest, v.reason,
    min(v.rank * 1000000 + f.position) as rank
  from version_fact f
  join verdict v on v.standing = f.standing
  where f.kind = 'asked'
  group by f.service_id
)
select c.assessment_id, c.resource_id, c.record_id,
  coalesce(c.gate, w.reason) as reason,
  c.launch_type,
  coalesce(w.family_text, c.family_text) as platform_family,
  w.version as platform_version,
  iif(c.gate is null, w.latest, null) as latest_version,
  w.subject,
  iif(c.gate is null, w.version, c.runs_on) as actual,
  iif(c.gate is null, w.latest, null) as expected,
  c.changed_at
from service_fact c
left join worst w on w.service_id = c.service_id;
