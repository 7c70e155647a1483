-- The controls with the counts of their results. Grain: one row per computed control. Order: reading order.
select n.control_id, t.title, n.total, n.passed, n.failed, n.insufficient_data, n.not_applicable,
  n.waived, n.total - n.not_applicable as in_scope, 'bar-' || n.control_id || '-title' as title_id,
  'bar-' || n.control_id || '-desc' as desc_id,
  'bar-' || n.control_id || '-title bar-' || n.control_id || '-desc' as label_ids,
  '#control-' || n.control_id as href
from v_control_counts n
left join control_text t on t.control_id = n.control_id and t.lang = :lang
order by n.position;
