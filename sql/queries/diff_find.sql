-- The assessment of a label, or the newest of the moment :time or before it. Grain: one row at most. Order: none is needed for
-- one row.
select id
from (select id, 0 as rank, '' as as_of from assessment where label = :word
      union all
      select id, 1, as_of from assessment where as_of <= :time)
order by rank, as_of desc, id desc
limit 1;
