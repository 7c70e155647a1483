-- Whether this audit holds an earlier moment to compare with, and how much of it can be compared. Grain: one row where it does,
-- else none. Order: none is needed for one row.
select count(distinct period) as moments, count(distinct iif(common, json_array(account_id, region), null)) as places,
  count(distinct iif(common, control_id, null)) as controls, max(common) as comparable
from temp.history_count
having count(distinct period) > 1
order by moments;
