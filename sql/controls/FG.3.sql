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
), ranked as (
  select *,
    case state
      when 'past' then '1retired_version' when 'near' then '2retiring_soon'
      when 'malformed' then iif(kind = 'asked', '3malformed_platform_version', '7running_version_unknown')
      when 'no_family' then '4unknown_platform_family' when 'unlisted' then '5version_not_in_catalogue'
      when 'none' then iif(kind = 'asked', '6no_platform_version', '7running_version_unknown')
      when 'far' then iif(kind = 'asked', '8not_retiring', '9not_retiring')
      when 'latest' then iif(kind = 'asked', '8not_retiring', '7running_version_unknown') end as verdict
  from dated
), worst as (
  -- every service asks for something; the other columns are those of the least (SQLite, "bare columns")
  select service_id, kind, subject, version, family_text, latest, retired_on, record_id,
    substr(verdict, 2) as reason,
    min(substr(verdict, 1, 1) || (kind = 'running') || printf('%09d', position)) as least
  from ranked
  group by service_id
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
from worst w
cross join service_fact c on c.service_id = w.service_id;
