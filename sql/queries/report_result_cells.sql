-- One resource's results. Grain: one row per control that has a result on it. A reason without short words (one of the
-- user's own controls may have none) is told by its sentence. Order: reading order.
select c.id as control_id, t.chip_class, t.status_icon, t.status_label,
  coalesce(l.text, (select m.message from v_result_message m where m.result_id = e.id and m.lang = :lang), e.reason)
    as reason_label
from control c
cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id
cross join v_result_by_id e on e.id = k.base + :resource_id
left join v_status_text t on t.status = e.status and t.lang = :lang
left join message l on l.lang = :lang and l.key = 'reason.' || e.reason
order by c.position;
