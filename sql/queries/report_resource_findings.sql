-- One resource's results that someone has to act on or to know of: failures, those under a waiver, what could not be
-- judged. Grain: one row per control. Order: reading order.
select c.id as control_id, t.chip_class, t.status_icon, t.status_label,
  '#control-' || c.id as control_href, 'severity ' || lower(c.severity) as severity_class,
  coalesce(s.text, c.severity) as severity_label, e.reason,
  (select m.message from v_result_message m where m.result_id = e.id and m.lang = :lang) as message,
  w.waiver_id,
  iif(w.id is null, null, '#waiver-' || (select n.number from v_waiver_number n where n.waiver_row = w.id)) as waiver_href,
  w.expires_at,
  iif(e.status = 'INSUFFICIENT_DATA', null, (select v.since_at from v_result_since v where v.result_id = e.id)) as since_at
from control c
cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id and k.total > 0
cross join v_result_by_id e on e.id = k.base + :resource_id
join v_status_text t on t.status = e.status and t.lang = :lang
left join message s on s.lang = :lang and s.key = 'severity.' || c.severity
left join waiver w on w.id = e.waiver_id
where e.status in ('FAILED', 'WAIVED', 'INSUFFICIENT_DATA')
order by c.position;
