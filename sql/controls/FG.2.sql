-- FG.2: Fargate services should specify LATEST rather than a pinned version.
-- One row per assessed service; the worst of its asked versions wins. A pinned version stays behind
-- with the next release, however current it is today.
create view control_FG_2 as
with verdict (standing, rank, reason) as (
  values ('retired', 1, 'pinned_version'), ('outdated', 1, 'pinned_version'),
    ('no_family', 1, 'pinned_version'), ('newer', 1, 'pinned_version'),
    ('current', 2, 'pinned_to_current'), ('malformed', 3, 'malformed_platform_version'),
    ('none', 4, 'no_platform_version'), ('latest', 5, 'latest')
), worst as (
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
  iif(c.gate is null, 'LATEST', null) as expected,
  c.changed_at
from service_fact c
left join worst w on w.service_id = c.service_id;
