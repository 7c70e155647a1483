-- The computed controls in words. Grain: one row per control. Order: reading order.
select n.control_id, 'control-' || n.control_id as anchor, t.title, t.description,
  coalesce(s.text, c.severity) as severity_label,
  'severity ' || lower(c.severity) as severity_class, c.category,
  c.resource_type, c.config_rule, c.url, i.text as issuer_label, n.total, n.passed, n.failed,
  n.insufficient_data, n.not_applicable, n.waived
from v_control_counts n
join control c on c.id = n.control_id
left join control_text t on t.control_id = c.id and t.lang = :lang
left join message s on s.lang = :lang and s.key = 'severity.' || c.severity
left join message i on i.lang = :lang and i.key = 'issuer.' || c.issuer
order by c.position;
