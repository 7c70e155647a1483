-- One finding on an ECS control.
insert into finding (record_id, finding_uid, issuer, control_id, generator_id, account_id, region,
  title, compliance_status, workflow_status, record_state, severity, created_at, updated_at,
  first_observed_at, last_observed_at)
values (:record, :finding_uid, :issuer, :control_id, :generator_id, :account_id, :region,
  :title, :compliance_status, :workflow_status, :record_state, :severity, :created_at, :updated_at,
  :first_observed_at, :last_observed_at);
