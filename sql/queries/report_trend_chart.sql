-- What the chart says in a sentence: the failures that can be compared, at the first and the newest moment. Grain: one row
-- where moments can be compared, else none. Order: none is needed for one row.
select max(iif(period = first, as_of, null)) as first_at, max(iif(period = last, as_of, null)) as last_at,
  sum(iif(period = first and status = 'FAILED', results, 0)) as first_failed,
  sum(iif(period = last and status = 'FAILED', results, 0)) as last_failed
from (select c.*, min(c.period) over () as first, max(c.period) over () as last from temp.history_count c where c.common)
having min(first) < max(last)
order by first_at;
