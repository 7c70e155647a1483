-- The risks, with what a control's text says of them. Grain: one row per risk. Order: reading order of the controls, then
-- waivers in theirs.
select r.control_id, :audit || ' ' || r.risk as risk, r.risk as name, r.severity, r.state, r.results, r.waiver_row,
  r.waiver_row is null as is_open, r.control_id || ': ' || t.title || coalesce(' (' || w.waiver_id || ')', '') as title,
  coalesce((select group_concat(p.title || ': ' || p.text, char(10, 10))
            from (select title, text from control_point
                  where control_id = r.control_id and lang = :lang and kind = 'risk' order by position) p), t.description)
    as statement,
  exists (select 1 from control_point p where p.control_id = r.control_id and p.lang = :lang and p.kind = 'countermeasure')
    and r.waiver_row is null as has_countermeasures,
  w.ticket <> '' as has_ticket, w.requester is not null as has_requester,
  w.waiver_id, w.reason as justification, w.owner, w.requester, w.approver, w.ticket, w.resource as pattern, w.account_id,
  w.approved_at, w.expires_at,
  min(w.approved_at, '2999-12-31T23:59:59.999Z') as logged_at, min(w.expires_at, '2999-12-31T23:59:59.999Z') as deadline_at,
  :audit || ' ' || r.risk || ' approval' as approval, :audit || ' ' || r.risk || ' response' as response
from v_oscal_risk r
join control_text t on t.control_id = r.control_id and t.lang = :lang
left join waiver w on w.id = r.waiver_row
order by r.position, r.number;
