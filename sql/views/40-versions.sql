-- Versions judged against the catalogue. One row per assessed service × version that was asked for
-- (kind 'asked') or that runs (kind 'running'), with its family and where it stands:
-- `standing` is latest, none, malformed, no_family, retired, outdated, current, newer.
-- Rules: versions are compared as three numbers, within their family; 1.0.0 is current on Windows and
-- long gone on Linux, so it cannot be judged without a family; any other version without a family is
-- Linux's, because Windows never had it.
create view v_version_standing as
with met as (
  select service_id, 'asked' as kind, position, subject, version, family_text, null as running_count
  from v_asked_version
  union all
  select service_id, 'running', position, subject, version, family_text, running_count
  from v_running_version
), placed as (
  select m.*, coalesce(nullif(trim(m.family_text), ''), f.family_text) as shown_family,
    case when nullif(trim(m.family_text), '') is null then f.family
         when lower(trim(m.family_text)) like 'windows%' then 'windows'
         else 'linux' end as known_family
  from met m
  join v_service_family f on f.service_id = m.service_id
)
select p.service_id, p.kind, p.position, p.subject, p.version, p.running_count, p.shown_family,
  l.family, l.latest, k.retired_on, k.version is not null as in_catalogue,
  case
    when p.version is null then 'none'
    when p.version = 'LATEST' then 'latest'
    when n.major is null then 'malformed'
    when p.known_family is null and p.version = '1.0.0' then 'no_family'
    when (n.major, n.minor, n.patch) = (l.major, l.minor, l.patch) then 'current'
    when (n.major, n.minor, n.patch) > (l.highest_major, l.highest_minor, l.highest_patch) then 'newer'
    when (n.major, n.minor, n.patch) > (l.major, l.minor, l.patch) then 'current'
    when k.retired_on <= a.as_of_date then 'retired'
    else 'outdated'
  end as standing
from placed p
join v_assessment a
join v_latest l on l.family = coalesce(p.known_family, 'linux')
left join version_number n on n.text = p.version
left join platform_version k on k.family = l.family and k.version = p.version;
