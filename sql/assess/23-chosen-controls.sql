-- The controls to judge: all that are computed, or those that meet the user's choice. A choice of several controls
-- or frameworks takes any of them; a severity takes that and the graver ones.
--
-- Each gets room for a result of every resource, behind those of earlier assessments.
insert into assessment_control (assessment_id, control_id, base, room)
with few as materialized (
  select kind, value from assessment_selection where assessment_id = :assessment
), rank (severity, rank) as (
  values ('LOW', 1), ('MEDIUM', 2), ('HIGH', 3), ('CRITICAL', 4)
), free as materialized (
  select (select coalesce(max(base + room), 0) from assessment_control) as base,
    (select coalesce(max(id), 0) from resource) as room
)
select :assessment, c.id, f.base + (row_number() over (order by c.position) - 1) * f.room, f.room
from control c
cross join free f
join rank r on r.severity = c.severity
where c.view is not null
  and (not exists (select 1 from few where kind = 'control')
    or c.id in (select value from few where kind = 'control'))
  and (not exists (select 1 from few where kind = 'framework')
    or exists (select 1 from control_requirement q
               where q.control_id = c.id and q.framework_id in (select value from few where kind = 'framework')))
  and (not exists (select 1 from few where kind = 'severity')
    or r.rank >= (select min(s.rank) from few h join rank s on s.severity = h.value where h.kind = 'severity'));
