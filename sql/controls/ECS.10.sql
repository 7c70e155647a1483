-- ECS.10: ECS Fargate services should run on the latest Fargate platform version.
-- One row per assessed service. Where a service states no version, its task sets in use are judged and
-- the worst wins. Sources: AWS Security Hub "ECS.10"; AWS Config rule
-- ecs-fargate-latest-platform-version with its parameters latestLinuxVersion, latestWindowsVersion.
create view control_ECS_10 as
with ranked as (
  select f.service_id, f.position, f.subject, n.version, f.family_text, n.latest,
    case n.standing -- the most frequent first
      when 'latest' then '8latest' when 'current' then '7pinned_to_current'
      when 'retired' then '1retired_version' when 'outdated' then '2outdated_version'
      when 'malformed' then '3malformed_platform_version' when 'no_family' then '4unknown_platform_family'
      when 'newer' then '5newer_than_catalogue' when 'none' then '6no_platform_version' end as verdict
  from version_fact f
  cross join version_standing n on n.id = f.standing_id
  where f.kind = 'asked'
), worst as (
  -- every service asks for something, if only for null; the other columns are those of the least (SQLite, "bare
  -- columns")
  select service_id, subject, version, family_text, latest, substr(verdict, 2) as reason,
    min(unicode(verdict) * 4294967296 + position) as least
  from ranked
  group by service_id
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
from worst w
cross join service_fact c on c.service_id = w.service_id;
