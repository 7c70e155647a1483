-- The controls to judge: all that are computed, or those that meet the user's choice (v_chosen_control).
--
-- Each gets room for a result of every resource, behind those of earlier assessments.
insert into assessment_control (assessment_id, control_id, base, room)
with free as materialized (
  select (select coalesce(max(base + room), 0) from assessment_control) as base,
    (select coalesce(max(id), 0) from resource) as room
)
select :assessment, c.id, f.base + (row_number() over (order by c.position) - 1) * f.room, f.room
from v_chosen_control k
join control c on c.id = k.control_id and c.view is not null
cross join free f
where k.assessment_id = :assessment;
