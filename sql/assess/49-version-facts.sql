-- Versions judged against the catalogue. One row per service × version that was asked for or that runs.
--
-- Asked for: the service's own; where it states none, those of its task sets in use if any of them
-- states one, else those of its deployments in use; else one row with null.
-- Running: those of running_fact, with the record that says so.
-- Versions are compared as three numbers, within their family. 1.0.0 is current on Windows and long
-- gone on Linux, so it cannot be judged without a family; any other version without a family is
-- Linux's, because Windows never had it.
insert into version_fact (service_id, kind, position, subject, version, running_count, family,
  family_text, latest, retired_on, in_catalogue, standing, record_id)
with counted as (
  select f.service_id, f.family, f.family_text, s.platform_version
  from service_fact f
  join service s on s.id = f.service_id
), unstated as (
  select c.*,
    (select min(case d.kind when 'task_set' then 1 else 2 end) from v_deployment d
     where d.service_id = c.service_id and d.status in ('PRIMARY', 'ACTIVE')
       and d.fargate is not 0 and d.platform_version is not null) as level
  from counted c
  where c.platform_version is null
), met as (
  select service_id, 'asked' as kind, 0 as position, null as subject, platform_version as version,
    null as running_count, null as own_family, family, family_text, null as record_id
  from counted
  where platform_version is not null
  union all
  select u.service_id, 'asked', d.position, d.deployment_id, d.platform_version, null,
    d.platform_family, u.family, u.family_text, null
  from unstated u
  join v_deployment d on d.service_id = u.service_id
    and d.kind = case u.level when 1 then 'task_set' when 2 then 'deployment' end
  where d.status in ('PRIMARY', 'ACTIVE') and d.fargate is not 0
  union all
  select service_id, 'asked', 0, null, null, null, null, family, family_text, null
  from unstated
  where level is null
  union all
  select c.service_id, 'running', r.position, r.subject, r.version, r.running_count, r.platform_family,
    c.family, c.family_text, r.record_id
  from counted c
  join running_fact r on r.service_id = c.service_id
), placed as (
  select m.service_id, m.kind, m.position, m.subject, m.version, m.running_count, m.record_id,
    coalesce(nullif(trim(m.own_family), ''), m.family_text) as family_text,
    case when nullif(trim(m.own_family), '') is null then ifnull(m.family, 'unknown')
         when lower(trim(m.own_family)) like 'windows%' then 'windows'
         else 'linux' end as known_family
  from met m
), family (known_family, family) as (
  values ('linux', 'linux'), ('windows', 'windows'), ('unknown', 'linux')
), stand as materialized (
  -- few versions are met, however many services there are
  select y.known_family, n.text as version, l.family, l.latest, k.retired_on, k.version is not null as in_catalogue,
    case
      when n.text = 'LATEST' then 'latest'
      when n.major is null then 'malformed'
      when y.known_family = 'unknown' and n.text = '1.0.0' then 'no_family'
      when (n.major, n.minor, n.patch) = (l.major, l.minor, l.patch) then 'current'
      when (n.major, n.minor, n.patch) > (l.highest_major, l.highest_minor, l.highest_patch) then 'newer'
      when (n.major, n.minor, n.patch) > (l.major, l.minor, l.patch) then 'current'
      when k.retired_on <= substr(a.as_of, 1, 10) then 'retired'
      else 'outdated'
    end as standing
  from family y
  join v_latest l on l.family = y.family
  join assessment a on a.id = :assessment
  join version_number n
  left join platform_version k on k.family = y.family and k.version = n.text
  union all
  select y.known_family, '', l.family, l.latest, null, 0, 'none'
  from family y
  join v_latest l on l.family = y.family
)
select p.service_id, p.kind, p.position, p.subject, p.version, p.running_count, s.family,
  p.family_text, s.latest, s.retired_on, s.in_catalogue, s.standing, p.record_id
from placed p
-- inner, so that a version that was not taken apart has no standing: none is missing, see the step that does it
cross join stand s on s.version = ifnull(p.version, '') and s.known_family = p.known_family
  and (p.version is null) = (s.standing = 'none');
