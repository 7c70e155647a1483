-- Which requirements the control behind an objective answers. Grain: one row per requirement. Order: framework, requirement.
select q.framework_id || ' ' || q.requirement as answered
from control_requirement q
where q.control_id = :control_id
order by q.framework_id, q.requirement;
