-- Files that one warning names. Grain: one row per warning × file: more_pages (pages were left behind),
-- not_before (captured at some time after the newest one inside), later (captured after the assessment's
-- time, so of no influence). Order: warning, path, hash.
with named as (
  select 'more_pages' as warning, source_id, path, sha256, captured_at from v_source where more_pages = 1
  union all
  select 'not_before', source_id, path, sha256, captured_at from v_source where captured_from = 'content'
  union all
  select 'later', source_id, path, sha256, captured_at from v_source where captured_at > :as_of
)
select n.warning, n.path, n.captured_at, '#source-' || n.sha256 as href
from named n
where n.warning = :warning
order by n.warning, n.path, n.sha256;
