-- One resource's other results in short words. A reason without them (one of the user's own controls may have none) is
-- told by its sentence. Grain: one row per control. Order: reading order, in which :quiet_ids has them.
select q.control_id, t.text as status_label, iif(q.status = 'PASSED', 'quiet passed', 'quiet na') as quiet_class,
  coalesce(l.text, (select m.message from v_result_message m where m.result_id = e.id and m.lang = :lang), q.reason)
    as reason_label
from json_each(:quiet_ids) o
cross join result e on e.id = o.value
cross join assessment_reason q on q.id = e.reason_id
join message t on t.lang = :lang and t.key = 'status.' || q.status
left join message l on l.lang = :lang and l.key = 'reason.' || q.reason
order by o.id;
