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
  -- as many rows as versions are met
  select n.id, n.version, n.latest, n.retired_on,
    case
      when n.standing in ('none', 'latest', 'malformed', 'no_family') then n.standing
      when n.retired_on <= d.today then 'past'
      when n.retired_on <= d.horizon then 'near'
      when n.in_catalogue or n.standing = 'current' then 'far'
      else 'unlisted'
    end as state
  from version_standing n
  join day d
), verdict as materialized (
  select 2 * d.id + (k.kind = 'running') as key, d.version, d.latest, d.retired_on,
    case state
      when 'past' then '1retired_version' when 'near' then '2retiring_soon'
      when 'malformed' then iif(kind = 'asked', '3malformed_platform_version', '7running_version_unknown')
      when 'no_family' then '4unknown_platform_family' when 'unlisted' then '5version_not_in_catalogue'
      when 'none' then iif(kind = 'asked', '6no_platform_version', '7running_version_unknown')
      when 'far' then iif(kind = 'asked', '8not_retiring', '9not_retiring')
      when 'latest' then iif(kind = 'asked', '8not_retiring', '7running_version_unknown') end as verdict
  from dated d
  join (select 'asked' as kind union all select 'running') k
), worst as (
  -- every service asks for something; the other columns are those of the least (SQLite, "bare columns")
  select f.service_id, f.kind, f.subject, v.version, f.family_text, v.latest, v.retired_on, f.record_id,
    substr(v.verdict, 2) as reason,
    min((2 * unicode(v.verdict) + (f.kind = 'running')) * 4294967296 + f.position) as least
  from version_fact f
  cross join verdict v on v.key = 2 * f.standing_id + (f.kind = 'running')
  group by f.service_id
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
