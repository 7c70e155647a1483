-- One service as one record saw it.
insert into service (record_id, resource_id, origin, deleted, status, launch_type,
  capacity_provider_strategy, platform_version, platform_family, scheduling_strategy,
  deployment_controller, assign_public_ip, task_definition, desired_count, running_count,
  pending_count, created_at, tags_known)
values (:record, :resource, :origin, :deleted, :status, :launch_type,
  :capacity_provider_strategy, :platform_version, :platform_family, :scheduling_strategy,
  :deployment_controller, :assign_public_ip, :task_definition, :desired_count, :running_count,
  :pending_count, :created_at, :tags_known);
