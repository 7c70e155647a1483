-- The chart's bars: at each moment what fails, cannot be judged and is waived, one upon the other, of what can be compared.
-- Where a bar stands is its time, so that gaps show. All lengths are parts of the drawing. Grain: one row per moment × status.
-- Order: time, status.
with moment as (
  select c.period, julianday(c.as_of) as day, sum(iif(c.common and c.status = 'FAILED', c.results, 0)) as failed,
    sum(iif(c.common and c.status = 'INSUFFICIENT_DATA', c.results, 0)) as insufficient,
    sum(iif(c.common and c.status = 'WAIVED', c.results, 0)) as waived
  from temp.history_count c
  join temp.history_moment m on m.period = c.period and m.apart is null
  group by c.period
), span as (
  select min(day) as first, max(day) as last, max(max(failed + insufficient + waived), 1) as most, count(*) as moments
  from moment
), placed as (
  select m.*, s.most, 4 + 92 * (m.day - s.first) / (s.last - s.first) as middle,
    max(0.3, min(5, 0.7 * 92 * (select min(d) from (select day - lag(day) over (order by day) as d from moment)) / (s.last - s.first)))
      as width
  from moment m
  cross join span s
)
select p.period, t.status, 'segment ' || t.status_class as segment_class, format('%.2f%%', p.middle - p.width / 2) as x,
  format('%.2f%%', p.width) as width, format('%.2f%%', 86 - 66.0 * (n.below + n.results) / p.most) as y,
  format('%.2f%%', 66.0 * n.results / p.most) as height
from placed p
cross join (select 'FAILED' as status, 1 as place union all select 'INSUFFICIENT_DATA', 2 union all select 'WAIVED', 3) k
join v_status t on t.status = k.status
join (select period, 1 as place, failed as results, 0 as below from moment
      union all select period, 2, insufficient, failed from moment
      union all select period, 3, waived, failed + insufficient from moment) n on n.period = p.period and n.place = k.place
where n.results > 0 and p.most > 0
order by p.period, k.place;
