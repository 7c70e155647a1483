-- The waivers of the files that are new, as in 60-ecs.sql.
insert into main.waiver (record_id, waiver_id, control_id, resource, account_id, reason, owner, approver, approved_at,
  expires_at, ticket, requester, line)
select r.new_id, e.waiver_id, e.control_id, e.resource, e.account_id, e.reason, e.owner, e.approver, e.approved_at,
  e.expires_at, e.ticket, e.requester, e.line
from other.waiver e
join merged_record r on r.old_id = e.record_id
order by e.id;
