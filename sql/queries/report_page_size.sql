-- How many resources a report has, which decides whether it is split: up to 2,000 stand on one page. Grain: one row. Order:
-- none is needed for one row.
select count(*) as resources, count(*) > 2000 as is_split
from (select 1
      from resource r
      where exists (select 1 from assessment_control k cross join result e on e.id = k.base + r.id
                    where k.assessment_id = (select assessment_id from v_assessment_id))
      limit 2001)
order by resources;
