-- Which warnings there are. Grain: one row. Order: none is needed for one row.
with n as (
  select (select not exists (select 1 from v_result
                       where assessment_id = :assessment_id and agreement <> 'aws_only'))
      as nothing_judged,
    (select exists (select 1 from assessment_selection where assessment_id = :assessment_id)
       and exists (select 1 from control
                   where view is not null and id not in (select id from v_judged_control))) as selection,
    (select coalesce(sum(total - not_applicable), 0) = 0 from v_control_counts) as nothing_in_scope,
    (select exists (select 1 from assessment_service where assessment_id = :assessment_id)) as services,
    (select count(*) from v_newer_service) as newer_services,
    (select count(*) from v_missing_service) as missing_services,
    (select count(*) from rejected_source where forgiven = 0) as rejected_files,
    (select count(*) from rejection) as rejected_records,
    (select count(*) from source where more_pages = 1) as more_pages,
    (select count(*) from v_newest_failure) as describe_failures,
    (select count(*) from v_handover where kind <> 'waivers' and captured_from = 'content'
       and counts is not 0) as not_before,
    (select count(*) from v_record r where r.captured_at is null and r.kind <> 'waivers') as undated,
    (select count(*) from v_handover where kind <> 'waivers' and captured_at > :as_of) as later,
    (select count(*) from v_handover where kind <> 'waivers' and captured_at > :generated_at) as future,
    (select count(*) from v_waiver_state where state in ('unknown_control', 'no_resource'))
      as idle_waivers,
    (select count(*) from finding f join control c on c.id = f.control_id
     where c.retired_on is not null) as retired
)
select n.*, nothing_in_scope and not nothing_judged as only_out_of_scope,
  newer_services > 0 and not services as only_newer, newer_services > 0 and services as some_newer,
  nothing_judged + selection + nothing_in_scope + newer_services + missing_services + rejected_files
    + rejected_records + more_pages + describe_failures + not_before + undated + later + future
    + idle_waivers + retired as warnings
from n
order by warnings;
