-- The heads of the heat map. Grain: one row per computed control. Order: reading order.
select c.id as control_id, t.title, '#control-' || c.id as href, coalesce(s.text, c.severity) as severity_label
from v_judged_control c
left join control_text t on t.control_id = c.id and t.lang = :lang
left join message s on s.lang = :lang and s.key = 'severity.' || c.severity
order by c.position;
