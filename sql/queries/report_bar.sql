-- One control's bar: the statuses that results have, with their place in per cent of the bar's width. A
-- number is written where there is room for it. Grain: one row per status. Order: from the left.
with part as (
  select status, status_position, status_class, results,
    sum(results) over (order by status_position) as up_to, sum(results) over () as total
  from v_control_status
  where control_id = :control_id
)
select status_class, 'segment ' || status_class as segment_class, results,
  format('%.3f%%', 100.0 * (up_to - results) / total) as x,
  format('%.3f%%', 100.0 * results / total) as width,
  format('%.3f%%', 100.0 * (up_to - results / 2.0) / total) as middle,
  case when results * 100 >= total * 5 then results end as shown
from part
where results > 0
order by status_position;
