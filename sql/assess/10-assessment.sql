-- The new assessment. Without --as-of it judges the newest capture, without any capture this moment.
insert into assessment (label, as_of, as_of_from, generated_at, tool_version, catalog_version, catalog_digest,
  max_age_days, run)
select :label,
  coalesce(:as_of, n.captured_at, :generated_at),
  case when :as_of is not null then 'option' when n.captured_at is not null then 'newest_capture'
       else 'generated_at' end,
  :generated_at, :tool_version, c.version, c.digest, :max_age_days,
  (select max(run) from import_run)
from catalog c, v_newest_capture n;
