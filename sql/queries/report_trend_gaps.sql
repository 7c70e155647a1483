-- Intervals between assessments that are much longer than usual: by half, and by a week. Grain: one row per interval. Order:
-- time.
with span as (
  select m.from_as_of, m.as_of as to_as_of, m.days, row_number() over (order by m.days) as place, count(*) over () as intervals
  from (select as_of, lag(as_of) over (order by period) as from_as_of, days from temp.history_moment where apart is null) m
  where m.days is not null
), usual as (
  select days as usual from span where intervals > 1 and place = (intervals + 1) / 2
)
select s.from_as_of, s.to_as_of, s.days
from span s
join usual u on s.days > u.usual * 1.5 and s.days > u.usual + 7
order by s.to_as_of;
