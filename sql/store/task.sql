-- One task as one record saw it.
insert into task (record_id, resource_id, service_name, started_by, last_status, desired_status,
  launch_type, capacity_provider, platform_version, platform_family, task_definition, created_at,
  started_at, stopped_at, tags_known)
values (:record, :resource, :service_name, :started_by, :last_status, :desired_status,
  :launch_type, :capacity_provider, :platform_version, :platform_family, :task_definition, :created_at,
  :started_at, :stopped_at, :tags_known);
