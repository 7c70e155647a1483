-- The waivers handed over. Grain: one row per waiver. Order: id, control,
-- pattern, path, place in the file.
select w.id as waiver_row, w.waiver_id,
  'waiver-' || n.number as anchor,
  w.control_id, w.resource, w.account_id, w.reason, w.owner, w.approver, w.approved_at, w.expires_at,
  w.ticket, 'chip waiver ' || w.state as state_class, coalesce(m.text, w.state) as state_label,
  w.covered, w.named, v.source as path, v.record as pointer, '#source-' || v.sha256 as href
from v_waiver_state w
join v_waiver_number n on n.waiver_row = w.id
join v_record v on v.record_id = w.record_id
left join message m on m.lang = :lang and m.key = 'waiver_state.' || w.state
order by n.number;
