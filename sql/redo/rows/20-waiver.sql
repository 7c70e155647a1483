-- Waivers that were handed over. Key: hash of the file, its place in it.
insert into temp.redo_row (side, key, twin, said)
select '{view}', w.waiver_id || ' (' || substr(s.sha256, 1, 12) || '… ' || r.pointer || ')',
  row_number() over (partition by w.waiver_id, s.sha256, r.pointer order by w.id),
  json_object('control_id', w.control_id, 'resource', w.resource, 'account_id', w.account_id, 'reason', w.reason,
    'owner', w.owner, 'approver', w.approver, 'approved_at', w.approved_at, 'expires_at', w.expires_at,
    'ticket', w.ticket, 'requester', w.requester)
from {view}.waiver w
join {view}.record r on r.id = w.record_id
join {view}.source s on s.id = r.source_id;
