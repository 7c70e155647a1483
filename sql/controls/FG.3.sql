-- FG.3: no Fargate service should use a platform version past, or near, its retirement.
-- One row per assessed service; judged are the versions asked for and those that run, the worst wins.
-- LATEST is AWS's to move and never retires; where only AWS Config is known, what runs is FG.1's to miss. "Near" is the parameter retirementWarningDays.
-- Source of the dates: the catalogue's platform_version.
create view control_FG_3 as
with day as materialized (
  select as_of_date as today,
    date(as_of_date, '+' || retirement_warning_days || ' days') as horizon
  from v_assessment
), dated as (
  select f.*,
    case
      when f.standing in ('none', 'latest', 'malformed', 'no_family') then f.standing
      when f.retired_on <= d.today then 'past'
      when f.retired_on <= d.horizon then 'near'
      when f.in_catalogue or f.standing = 'current' then 'far'
      else 'unlisted'
    end as state
  from version_fact f
  join day d
), verdict (kind, state, rank, reason) as (
  values ('asked', 'past', 1, 'retired_version'), ('running', 'past', 1, 'retired_version'),
    ('asked', 'near', 2, 'retiring_soon'), ('running', 'near', 2, 'retiring_soon'),
    ('asked', 'malformed', 3, 'malformed_platform_version'),
    ('asked', 'no_family', 4, 'unknown_platform_family'),
    ('running', 'no_family', 4, 'unknown_platform_family'),
    ('asked', 'unlisted', 5, 'version_not_in_catalogue'),
    ('running', 'unlisted', 5, 'version_not_in_catalogue'),
    ('asked', 'none', 6, 'no_platform_version'),
    ('running', 'none', 7, 'running_version_unknown'), ('running', 'malformed', 7, 'running_version_unknown'),
    ('running', 'latest', 7, 'running_version_unknown'),
    ('asked', 'far', 8, 'not_retiring'), ('asked', 'latest', 8, 'not_retiring'),
    ('running', 'far', 9, 'not_retiring')
), worst as (
  select d.service_id, d.kind, d.subject, d.version, d.family_text, d.latest, d.retired_on, d.record_id, v.reason,
    min(v.rank * 2000000 + (d.kind = 'running') * 1000000 + d.position) as rank
  from dated d
  join verdict v on v.kind = d.kind and v.state = d.state
  group by d.service_id
)
select c.assessment_id, c.resource_id, coalesce(iif(c.gate is null, w.record_id, null), c.record_id) as record_id,
  coalesce(c.gate, w.reason) as reason,
  c.launch_type,
  coalesce(w.family_text, c.family_text) as platform_family,
  w.version as platform_version,
  iif(c.gate is null, w.latest, null) as latest_version,
  iif(w.kind = 'running', w.subject, null) as subject,
  iif(c.gate is null, w.version, c.runs_on) as actual,
  iif(c.gate is null, coalesce(w.retired_on, w.latest), null) as expected,
  c.changed_at
from service_fact c
left join worst w on w.service_id = c.service_id;
