-- Whether this audit holds an earlier moment to compare with, and how much of it can be compared. `comparable` is 1 where there is a
-- chart. Grain: one row where it does, else none. Order: none is needed for one row.
select count(distinct c.period) as moments, count(distinct iif(c.common, json_array(c.account_id, c.region), null)) as places,
  count(distinct iif(c.common, c.control_id, null)) as controls, count(distinct iif(c.common, c.period, null)) > 1 as comparable,
  nullif(count(distinct iif(m.apart is not null, c.period, null)), 0) as apart
from temp.history_count c
join temp.history_moment m on m.period = c.period
having count(distinct c.period) > 1
order by moments;
