-- What each control does, as OSCAL's activities. Grain: one row per control that was judged. Order: reading order.
select c.id as control_id, :audit || ' activity ' || c.id as activity, c.id || ': ' || t.title as title, t.description,
  c.severity, c.category, c.config_rule, c.url, c.resource_type,
  exists (select 1 from control_requirement q where q.control_id = c.id and q.framework_id = 'nist-800-53-r5') as has_nist
from v_judged_control c
join control_text t on t.control_id = c.id and t.lang = :lang
order by c.position;
