-- Objectives of which nothing can be said: nothing behind them was in scope, or there was no resource at all. They are no
-- findings, which could only be satisfied or not. Grain: one row per objective. Order: as objectives stand in the file.
select :audit || ' log ' || o.objective as log_entry, o.objective, o.objective_form, o.catalog_control, o.status,
  coalesce(o.control_id, f.name || ' ' || f.version || ' ' || o.requirement) || coalesce(': ' || coalesce(t.title, x.title), '')
    as title,
  m.text as log_text
from v_oscal_objective o
left join framework f on f.id = o.framework_id
left join control_text t on t.control_id = o.control_id and t.lang = :lang
left join requirement_text x on x.framework_id = o.framework_id and x.requirement = o.requirement and x.lang = :lang
left join message m on m.lang = :lang and m.key = 'oscal.status.' || o.status
where o.status in ('NOT_APPLICABLE', 'no_evidence')
order by o.kind_position, o.position, o.requirement;
