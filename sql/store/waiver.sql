-- One waiver as it was handed over.
insert into waiver (record_id, line, waiver_id, control_id, resource, account_id, reason, owner, requester,
  approver, approved_at, expires_at, ticket)
values (:record, :line, :waiver_id, :control_id, :resource, :account_id, :reason, :owner, :requester,
  :approver, :approved_at, :expires_at, :ticket);
