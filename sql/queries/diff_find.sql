-- The assessment of a label, or of the latest moment judged at or before :time; of several of that moment the one made last. Grain: one row at most. Order: none is needed for
-- one row.
select id
from (select id, 0 as rank, '' as as_of from v_standing_assessment where label = :word
      union all
      select id, 1, as_of from v_standing_assessment where as_of <= :time)
order by rank, as_of desc, id desc
limit 1;
