-- The controls with their counts, for summary.md: the first 100. Grain: one row per control. Order: reading order.
select n.control_id, substr(t.title, 1, 200) as title, c.url, coalesce(s.text, n.severity) as severity_label,
  n.failed, n.insufficient_data, n.waived, n.passed, n.not_applicable
from v_control_counts n
join control c on c.id = n.control_id
left join control_text t on t.control_id = n.control_id and t.lang = :lang
left join message s on s.lang = :lang and s.key = 'severity.' || n.severity
order by n.position
limit 100;
