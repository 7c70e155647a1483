-- What one control answers. Grain: one row per framework, its requirements as one text. Order: framework.
select f.name as framework, f.version as framework_version,
  (select group_concat(requirement, ', ')
   from (select q.requirement from control_requirement q
         where q.control_id = :control_id and q.framework_id = f.id
         order by q.requirement)) as requirements
from framework f
where exists (select 1 from control_requirement q
              where q.control_id = :control_id and q.framework_id = f.id)
order by f.name, f.version, f.id;
