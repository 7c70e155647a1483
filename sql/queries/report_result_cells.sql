-- One resource's results. Grain: one row per computed control, empty where it has no result. Order:
-- reading order.
select c.id as control_id, t.chip_class, t.status_icon, t.status_label,
  coalesce(l.text, e.reason) as reason_label
from control c
left join result e on e.assessment_id = :assessment_id and e.control_id = c.id
  and e.resource_id = :resource_id
left join v_status_text t on t.status = e.status and t.lang = :lang
left join message l on l.lang = :lang and l.key = 'reason.' || e.reason
where c.view is not null
order by c.position;
