-- How many days usually lie between assessments: the lower median, where there are intervals enough to speak of it. Grain: one
-- row, or none. Order: none is needed for one row.
select usual
from (select m.days as usual, row_number() over (order by m.days) as place, count(*) over () as intervals
      from temp.history_moment m
      where m.days is not null)
where intervals > 1 and place = (intervals + 1) / 2
order by usual;
