-- Where every version stands that any evidence names. One row per family × version, and one per family for none; few
-- versions are met, however many services there are.
--
-- Versions are compared as three numbers, within their family. 1.0.0 is current on Windows and long gone on Linux, so it
-- cannot be judged without a family; any other version without a family is Linux's, because Windows never had it.
insert into version_standing (known_family, version, family, latest, retired_on, in_catalogue, standing)
with family (known_family, family) as (
  values ('linux', 'linux'), ('windows', 'windows'), ('unknown', 'linux')
)
select y.known_family, n.text, l.family, l.latest, k.retired_on, k.version is not null,
  case
    when n.text = 'LATEST' then 'latest'
    when n.major is null then 'malformed'
    when y.known_family = 'unknown' and n.text = '1.0.0' then 'no_family'
    when (n.major, n.minor, n.patch) = (l.major, l.minor, l.patch) then 'current'
    when (n.major, n.minor, n.patch) > (l.highest_major, l.highest_minor, l.highest_patch) then 'newer'
    when (n.major, n.minor, n.patch) > (l.major, l.minor, l.patch) then 'current'
    when k.retired_on <= substr(a.as_of, 1, 10) then 'retired'
    else 'outdated'
  end
from family y
join v_latest l on l.family = y.family
join assessment a on a.id = :assessment
join version_number n
left join platform_version k on k.family = y.family and k.version = n.text
union all
select y.known_family, null, l.family, l.latest, null, 0, 'none'
from family y
join v_latest l on l.family = y.family
order by 1, 2;
