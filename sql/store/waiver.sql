-- One waiver as it was handed over.
insert into waiver (record_id, waiver_id, control_id, resource, account_id, reason, owner, approver,
  approved_at, expires_at, ticket)
values (:record, :waiver_id, :control_id, :resource, :account_id, :reason, :owner, :approver,
  :approved_at, :expires_at, :ticket);
