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
  case when g.reason is null then 'LATEST' end as expected,
  h.changed_at
from v_assessed_service c
join v_service_gate g on g.service_id = c.service_id
join v_service_change h on h.service_id = c.service_id
left join worst w on w.service_id = c.service_id and w.place = 1;
