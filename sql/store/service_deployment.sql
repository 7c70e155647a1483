-- One service deployment as one record saw it.
insert into service_deployment (record_id, resource_id, service, status, target_revision, created_at,
  started_at, finished_at)
values (:record, :resource, :service, :status, :target_revision, :created_at, :started_at, :finished_at);
