-- FG.2: Fargate services should specify LATEST rather than a pinned version.
-- One row per assessed service; the worst of its asked versions wins. A pinned version stays behind
-- with the next release, however current it is today.
create view control_FG_2 as
with ranked as (
  select f.service_id, f.position, f.subject, n.version, f.family_text, n.latest,
    case n.standing -- the most frequent first
      when 'latest' then '5latest' when 'current' then '2pinned_to_current'
      when 'retired' then '1pinned_version' when 'outdated' then '1pinned_version'
      when 'no_family' then '1pinned_version' when 'newer' then '1pinned_version'
      when 'malformed' then '3malformed_platform_version' when 'none' then '4no_platform_version' end as verdict
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
  iif(c.gate is null, 'LATEST', null) as expected,
  c.changed_at
from worst w
cross join service_fact c on c.service_id = w.service_id;
