-- The Fargate platform versions that the catalogue knows, as of the assessment. Grain: one row per family ×
-- version. Order: family, newest release first.
select coalesce(f.text, p.family) as family_label, p.version, p.released_on, p.retired_on, p.ended_on,
  p.source as url, l.family is not null as is_latest,
  p.retired_on is not null and p.retired_on <= substr(:as_of, 1, 10) as is_retired
from platform_version p
left join v_latest l on l.family = p.family and l.latest = p.version
left join message f on f.lang = :lang and f.key = 'family.' || p.family
order by p.family, p.released_on desc, p.version desc;
