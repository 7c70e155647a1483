-- One resource's results. Grain: one row per control that has a result on it. Order:
-- reading order.
select c.id as control_id, t.chip_class, t.status_icon, t.status_label,
  coalesce(l.text, e.reason) as reason_label
from control c
cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id
cross join v_result e on e.id = k.base + :resource_id
left join v_status_text t on t.status = e.status and t.lang = :lang
left join message l on l.lang = :lang and l.key = 'reason.' || e.reason
order by c.position;
