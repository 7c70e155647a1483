-- One task set described on its own, as one record saw it.
insert into task_set (record_id, resource_id, origin, deleted, service, task_set_id, status, launch_type,
  capacity_provider_strategy, platform_version, platform_family, assign_public_ip, task_definition,
  desired_count, running_count, pending_count, stability_status, created_at, updated_at, tags_known)
values (:record, :resource, :origin, :deleted, :service, :task_set_id, :status, :launch_type,
  :capacity_provider_strategy, :platform_version, :platform_family, :assign_public_ip, :task_definition,
  :desired_count, :running_count, :pending_count, :stability_status, :created_at, :updated_at, :tags_known);
