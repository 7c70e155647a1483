-- The controls to judge: all that are computed, or those that meet the user's choice (v_chosen_control).
--
-- Each has a base of its own for its results' ids, behind those of earlier assessments.
insert into assessment_control (assessment_id, control_id, base)
select :assessment, c.id,
  (select coalesce(max(base) + 10000000000, 0) from assessment_control)
    + (row_number() over (order by c.position) - 1) * 10000000000
from v_chosen_control k
join control c on c.id = k.control_id and c.view is not null
where k.assessment_id = :assessment;
