-- The results to explain: the one of that number, else those on the resource, of all controls or of one.
-- Grain: one row per result. Order: reading order of the controls.
select result_id
from (select e.id as result_id, 0 as position from result e where e.id = :result_id
      union all
      select e.id, c.position
      from control c
      cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id
      cross join result e on e.id = k.base + :resource_id
      where :result_id is null and (:control_id is null or c.id = :control_id))
order by position;
