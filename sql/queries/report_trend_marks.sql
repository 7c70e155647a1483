-- What is written into the chart: at the foot of each bar, where what fails stands, how many do (of many bars at the first, the
-- last and the one with most), the first and last day, and gaps between assessments, over a line from bar to bar. Grain: one row per text. Order: kind, time.
with moment as (
  select c.period, c.as_of, julianday(c.as_of) as day, sum(iif(c.common and c.status = 'FAILED', c.results, 0)) as failed
  from temp.history_count c
  join temp.history_moment m on m.period = c.period and m.apart is null
  group by c.period
), span as (
  select min(day) as first, max(day) as last, max(failed) as most_failed, count(*) as moments,
    min(period) as first_period, max(period) as last_period
  from moment
), placed as (
  select m.*, s.*, 4 + 92 * (m.day - s.first) / (s.last - s.first) as middle, lag(m.day) over (order by m.period) as before,
    m.day - lag(m.day) over (order by m.period) as length
  from moment m
  cross join span s
), usual as (
  select length as usual
  from (select length, row_number() over (order by length) as place, count(*) over () as intervals from placed where length is not null)
  where intervals > 1 and place = (intervals + 1) / 2
), mark as (
  select 'count' as kind, p.period, 'count' as mark_class, p.middle as x, 84.5 as y, p.failed as text,
    null as x1, null as x2
  from placed p
  where (p.moments <= 13 and p.most_failed < 1000) or p.period in (p.first_period, p.last_period)
    or p.period = (select min(period) from moment where failed = p.most_failed)
  union all
  select 'day', p.period, iif(p.period = p.first_period, 'day', 'day last'), iif(p.period = p.first_period, 0.0, 100.0), 99.0, substr(p.as_of, 1, 10),
    null, null
  from placed p
  where p.period in (p.first_period, p.last_period)
  union all
  select 'gap', p.period, 'gap', (p.middle + 4 + 92 * (p.before - p.first) / (p.last - p.first)) / 2, 7.0,
    replace(m.text, '{days|number}', cast(p.length + 1e-6 as integer)), 4 + 92 * (p.before - p.first) / (p.last - p.first), p.middle
  from placed p
  join usual u on p.length > u.usual * 1.5 and p.length > u.usual + 7
  join message m on m.lang = :lang and m.key = 'trend.gap_short'
)
select kind, mark_class, text, format('%.2f%%', x) as x, format('%.2f%%', y) as y, format('%.2f%%', x1) as x1,
  format('%.2f%%', x2) as x2, kind = 'gap' as is_gap
from mark
order by kind, period;
