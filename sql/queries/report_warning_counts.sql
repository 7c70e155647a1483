-- Which warnings there are. Grain: one row. Order: none is needed for one row.
with n as (
  select (select coalesce(sum(total - not_applicable), 0) = 0 from v_control_counts) as nothing_in_scope,
    (select count(*) from rejected_source) as rejected_files,
    (select count(*) from rejection) as rejected_records,
    (select count(*) from source where more_pages = 1) as more_pages,
    (select count(*) from describe_failure) as describe_failures,
    (select count(*) from source where captured_from = 'content') as not_before,
    (select count(*) from v_record r where r.captured_at is null and r.kind <> 'waivers') as undated,
    (select count(*) from source where captured_at > :as_of) as later,
    (select count(*) from finding f join control c on c.id = f.control_id
     where c.retired_on is not null) as retired
)
select n.*, nothing_in_scope + rejected_files + rejected_records + more_pages + describe_failures
  + not_before + undated + later + retired as warnings
from n
order by warnings;
