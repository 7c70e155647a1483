-- One resource's results that someone has to act on or to know of: failures, those under a waiver, what could not be
-- judged. Grain: one row per control. Order: reading order, in which :noted_ids has them.
select q.control_id, 'chip ' || case when e.waiver_id is not null then 'waived' when q.status = 'FAILED' then 'failed'
    else 'insufficient' end as chip_class,
  '#i-' || case when e.waiver_id is not null then 'waived' when q.status = 'FAILED' then 'failed'
    else 'insufficient' end as status_icon,
  t.text as status_label,
  :index_file || '#control-' || q.control_id as control_href, 'severity ' || lower(c.severity) as severity_class,
  coalesce(s.text, c.severity) as severity_label, q.reason,
  (select m.message from v_result_message m where m.result_id = e.id and m.lang = :lang) as message,
  w.waiver_id,
  (select :index_file || '#waiver-' || n.number from v_waiver_number n
   where n.waiver_row = w.id and (:last_waiver is null or n.number <= :last_waiver)) as waiver_href,
  w.expires_at,
  case when e.waiver_id is not null then (select iif(h.closed_at >= v.since_at, h.open_since_at, v.since_at)
      from v_result_since v
      left join temp.history h on h.resource_id = :resource_id and h.control_id = q.control_id
      where v.result_id = e.id)
    when q.status = 'FAILED' then (select f.since_at from temp.failure_fix f where f.place = :place and f.position = c.position)
    end as since_at
from json_each(:noted_ids) o
cross join result e on e.id = o.value
cross join assessment_reason q on q.id = e.reason_id
cross join control c on c.id = q.control_id
join message t on t.lang = :lang and t.key = 'status.' || iif(e.waiver_id is null, q.status, 'WAIVED')
left join message s on s.lang = :lang and s.key = 'severity.' || c.severity
left join waiver w on w.id = e.waiver_id
order by o.id;
