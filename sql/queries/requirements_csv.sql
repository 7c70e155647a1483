-- The rows of requirements.csv: what the results say of each requirement, and on which controls that rests. Grain: one
-- row per framework × requirement. Order: that of the report: framework, position, requirement.
select f.id as framework_id, f.name as framework, f.version as framework_version, r.requirement, t.title, r.status,
  (select group_concat(id, ', ')
   from (select c.id from control_requirement q join control c on c.id = q.control_id
         where q.framework_id = r.framework_id and q.requirement = r.requirement
         order by c.position)) as controls,
  (select group_concat(id, ', ')
   from (select c.id from control_requirement q join control c on c.id = q.control_id
         where q.framework_id = r.framework_id and q.requirement = r.requirement
           and c.id not in (select id from v_judged_control)
         order by c.position)) as controls_not_judged,
  r.total, r.failed, r.insufficient_data, r.waived, r.passed, r.not_applicable
from v_requirement r
join framework f on f.id = r.framework_id
left join requirement_text t on t.framework_id = r.framework_id and t.requirement = r.requirement and t.lang = :lang
order by f.id = 'aws-fsbp', f.name, f.version, f.id, r.position is null, r.position, r.requirement;
