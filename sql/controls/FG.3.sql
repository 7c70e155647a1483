-- FG.3: no Fargate service should use a platform version past, or near, its retirement.
-- One row per assessed service; judged are the versions asked for and those that run, the worst wins.
-- LATEST is AWS's to move and never retires. "Near" is the parameter retirementWarningDays.
-- Source of the dates: the catalogue's platform_version.
create view control_FG_3 as
with dated as (
  select s.*,
    case
      when s.standing in ('none', 'latest', 'malformed', 'no_family') then s.standing
      when s.retired_on <= a.as_of_date then 'past'
      when s.retired_on <= date(a.as_of_date, '+' || a.retirement_warning_days || ' days') then 'near'
      when s.in_catalogue or s.standing = 'current' then 'far'
      else 'unlisted'
    end as state
  from v_version_standing s
  join v_assessment a
), verdict (kind, state, rank, reason) as (
  values ('asked', 'past', 1, 'retired_version'), ('running', 'past', 1, 'retired_version'),
    ('asked', 'near', 2, 'retiring_soon'), ('running', 'near', 2, 'retiring_soon'),
    ('asked', 'malformed', 3, 'malformed_platform_version'),
    ('asked', 'no_family', 4, 'unknown_platform_family'),
    ('running', 'no_family', 4, 'unknown_platform_family'),
    ('asked', 'unlisted', 5, 'version_not_in_catalogue'),
    ('running', 'unlisted', 5, 'version_not_in_catalogue'),
    ('asked', 'none', 6, 'no_platform_version'),
    ('asked', 'far', 7, 'not_retiring'), ('asked', 'latest', 7, 'not_retiring'),
    ('running', 'far', 8, 'not_retiring')
), worst as (
  select d.*, v.reason,
    row_number() over (partition by d.service_id order by v.rank, d.kind, d.position) as place
  from dated d
  join verdict v on v.kind = d.kind and v.state = d.state
)
select c.assessment_id, c.resource_id, c.record_id,
  coalesce(g.reason, w.reason) as reason,
  c.shown_launch_type as launch_type,
  coalesce(w.shown_family, c.platform_family) as platform_family,
  w.version as platform_version,
  case when g.reason is null then w.latest end as latest_version,
  case when w.kind = 'running' then w.subject end as subject,
  case when g.reason is null then w.version else g.runs_on end as actual,
  case when g.reason is null then coalesce(w.retired_on, w.latest) end as expected,
  h.changed_at
from v_assessed_service c
join v_service_gate g on g.service_id = c.service_id
join v_service_change h on h.service_id = c.service_id
left join worst w on w.service_id = c.service_id and w.place = 1;
