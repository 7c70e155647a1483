-- The controls behind one requirement, those that were not judged in brackets. Grain: one row per control. Order:
-- reading order.
select c.id as control_id, iif(j.id is null, '(' || c.id || ')', c.id) as control_label,
  iif(j.id is null, '#others', '#control-' || c.id) as href
from control_requirement q
join control c on c.id = q.control_id
left join v_judged_control j on j.id = c.id
where q.framework_id = :framework_id and q.requirement = :requirement
order by c.position;
