-- What is asked of Amazon ECS, as OSCAL's local objectives. Grain: one row per control and per requirement. Order: controls in
-- reading order, then the requirements framework by framework.
select o.objective, o.objective_form, o.catalog_control, o.kind, o.control_id, o.framework_id, o.requirement, f.name as framework,
  f.version as framework_version,
  coalesce(o.control_id, f.name || ' ' || f.version || ' ' || o.requirement) || coalesce(': ' || coalesce(t.title, x.title), '')
    as title,
  coalesce(t.description, m.text) as prose,
  (select group_concat(control_id, ', ')
   from (select b.control_id from v_oscal_objective_control b join control c on c.id = b.control_id
         where b.objective = o.objective order by c.position)) as controls
from v_oscal_objective o
left join framework f on f.id = o.framework_id
left join control_text t on t.control_id = o.control_id and t.lang = :lang
left join requirement_text x on x.framework_id = o.framework_id and x.requirement = o.requirement and x.lang = :lang
left join message m on m.lang = :lang and m.key = 'oscal.objective'
order by o.kind_position, o.position, o.requirement;
