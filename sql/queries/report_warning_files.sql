-- Files that one warning names. Grain: one row per warning × file × name it was handed over under:
-- more_pages (pages were left behind), not_before (captured at some time after the newest one inside), later
-- (captured after the assessment's time, so of no influence), future (captured after the report was made, so
-- a clock or a name is wrong). Order: warning, path, hash.
with named as (
  select 'more_pages' as warning, path, sha256, captured_at from v_source where more_pages = 1
  union all
  select 'not_before', path, sha256, captured_at from v_handover
  where kind <> 'waivers' and captured_from = 'content' and counts is not 0
  union all
  select 'later', path, sha256, captured_at from v_handover
  where kind <> 'waivers' and captured_at > :as_of
  union all
  select 'future', path, sha256, captured_at from v_handover
  where kind <> 'waivers' and captured_at > :generated_at
)
select n.warning, n.path, n.captured_at, (select '#source-' || l.sha256 from source l
   where l.sha256 = n.sha256 and (:last_path is null or (l.path, l.sha256) <= (:last_path, :last_hash))) as href
from named n
where n.warning = :warning
order by n.warning, n.path, n.sha256
limit :most;
