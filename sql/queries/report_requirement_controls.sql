-- The controls behind one requirement. Grain: one row per control. Order: reading order.
select c.id as control_id, iif(c.id in (select id from v_judged_control), '#control-' || c.id, '#others') as href
from control_requirement q
join control c on c.id = q.control_id
where q.framework_id = :framework_id and q.requirement = :requirement
order by c.position;
