-- The waivers handed over. Grain: one row per waiver. Order: those that a later file took the place of last;
-- id, control, pattern, path, place in the file.
select w.id as waiver_row, w.waiver_id, 'waiver-' || w.number as anchor,
  w.control_id, w.resource, w.account_id, w.reason, w.owner, w.requester, w.approver, w.approved_at, w.expires_at,
  w.ticket, iif(w.superseded, 'waiver superseded', 'waiver') as waiver_class,
  'chip waiver ' || w.state as state_class, coalesce(m.text, w.state) as state_label,
  iif(:most + 0 >= 0, nullif(max(w.covered - :most_inside, 0), 0), null) as results_left,
  w.covered, w.named, exists (select 1 from waiver_issue i where i.waiver_row = w.id) as has_issues,
  v.source as path, v.record as pointer, (select '#source-' || l.sha256 from source l
   where l.sha256 = v.sha256 and (:last_path is null or (l.path, l.sha256) <= (:last_path, :last_hash))) as href
from v_waiver_state w
join v_record v on v.record_id = w.record_id
left join message m on m.lang = :lang and m.key = 'waiver_state.' || w.state
order by w.number
limit :most;
