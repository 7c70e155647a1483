-- The pages of a split report on which something could not be judged, the first of many. Grain: one row per page. Order:
-- reading order.
with open_control as materialized (
  select k.base
  from assessment_control k
  where k.assessment_id = :assessment_id and k.insufficient_data > 0
)
select 'report/' || p.file || '#undecided' as href, coalesce(p.account_id, '—') as page_account,
  iif(p.page_number > 1 or p.next_number > 1, p.page_number, null) as shown_number, count(*) as page_undecided,
  -- told behind the last one that is shown
  iif(row_number() over (order by p.number) = :most, nullif(count(*) over () - :most, 0), null) as pages_left
from temp.report_page p
cross join resource_fact x not indexed on x.place between p.first_place and p.last_place
cross join open_control o
cross join result e on e.id = o.base + x.resource_id and e.waiver_id is null
cross join assessment_reason q on q.id = e.reason_id and q.status = 'INSUFFICIENT_DATA'
group by p.number
order by p.number
limit :most;
