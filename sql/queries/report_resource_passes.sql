-- One resource's other results in short words. A reason without them (one of the user's own controls may have none) is
-- told by its sentence. Grain: one row per control. Order: reading order.
select c.id as control_id, t.status_icon, t.status_label, 'quiet ' || t.status_class as quiet_class,
  coalesce(l.text, (select m.message from v_result_message m where m.result_id = e.id and m.lang = :lang), e.reason)
    as reason_label
from control c
cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id and k.total > 0
cross join v_result_by_id e on e.id = k.base + :resource_id
left join v_status_text t on t.status = e.status and t.lang = :lang
left join message l on l.lang = :lang and l.key = 'reason.' || e.reason
where e.status in ('PASSED', 'NOT_APPLICABLE')
order by c.position;
