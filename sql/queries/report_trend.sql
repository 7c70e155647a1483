-- The moments that this audit judged, up to the newest assessment's: all results of each, the failures among those that can be
-- compared (`common`), and in what its scope differs from the one before, or why it is not compared. No row where there is but one. Grain: one row per
-- moment, the last :most (negative: all). Order: time.
with place as materialized (
  select distinct period, account_id, region, coalesce(account_id, '-') || ' / ' || coalesce(region, '-') as name
  from temp.history_count
  where seen and period in (select period from temp.history_moment where apart is null)
), whole as (
  select period, as_of, sum(iif(status = 'FAILED', results, 0)) as failed,
    sum(iif(status = 'INSUFFICIENT_DATA', results, 0)) as insufficient_data, sum(iif(status = 'WAIVED', results, 0)) as waived,
    sum(iif(status = 'PASSED', results, 0)) as passed, sum(iif(status <> 'NOT_APPLICABLE', results, 0)) as in_scope,
    sum(iif(common and status = 'FAILED', results, 0)) as common_failed,
    sum(iif(common and status <> 'NOT_APPLICABLE', results, 0)) as common_in_scope
  from temp.history_count
  group by period
), beside as (
  -- each beside the one before it that can be compared
  select w.*, a.label, m.days, m.apart, m.assessment_id, row_number() over (order by w.period desc) as newest_first,
    iif(m.apart is null, lag(w.period) over (partition by m.apart is null order by w.period), null) as before,
    iif(m.apart is null, lag(m.assessment_id) over (partition by m.apart is null order by w.period), null) as before_id
  from whole w
  join temp.history_moment m on m.period = w.period
  join assessment a on a.id = m.assessment_id
)
select b.as_of as moment, b.apart, b.label as moment_label, b.days, b.failed, b.insufficient_data, b.waived, b.passed, b.in_scope,
  b.common_failed, b.common_in_scope,
  iif(b.common_in_scope > 0, format('%.2f%%', 100.0 * b.common_failed / b.common_in_scope), '0%') as width, b.before is null and b.apart is null as is_first,
  b.apart = 'selection' as other_selection, b.apart = 'no_evidence' as no_evidence,
  (select group_concat(name, ', ') from (select n.name from place n where n.period = b.period and b.before is not null
     and not exists (select 1 from place o where o.period < b.period and o.name = n.name) order by n.name)) as places_new,
  (select group_concat(name, ', ') from (select n.name from place n where n.period = b.period
     and not exists (select 1 from place o where o.period = b.before and o.name = n.name)
     and exists (select 1 from place o where o.period < b.before and o.name = n.name) order by n.name)) as places_again,
  (select group_concat(name, ', ') from (select o.name from place o where o.period = b.before
     and not exists (select 1 from place n where n.period = b.period and n.name = o.name) order by o.name)) as places_unseen,
  b.before is not null and (
    exists (select control_id from assessment_control where assessment_id = b.assessment_id
            except select control_id from assessment_control where assessment_id = b.before_id)
    or exists (select control_id from assessment_control where assessment_id = b.before_id
               except select control_id from assessment_control where assessment_id = b.assessment_id)) as other_controls,
  b.before is not null and (
    (select catalog_digest from assessment where id = b.assessment_id)
      <> (select catalog_digest from assessment where id = b.before_id)
    or exists (select 1 from assessment_parameter p
               join assessment_parameter q on q.control_id = p.control_id and q.name = p.name and q.value <> p.value
               where p.assessment_id = b.assessment_id and q.assessment_id = b.before_id)) as other_rules
from beside b
where (select count(*) from beside) > 1 and (:most + 0 < 0 or b.newest_first <= :most)
order by b.as_of;
