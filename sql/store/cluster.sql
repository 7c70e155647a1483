-- One cluster as one record saw it.
insert into cluster (record_id, resource_id, origin, deleted, status, settings_known, container_insights,
  execute_command_logging, capacity_providers, default_capacity_provider_strategy, active_services,
  running_tasks, pending_tasks, container_instances, tags_known)
values (:record, :resource, :origin, :deleted, :status, :settings_known, :container_insights,
  :execute_command_logging, :capacity_providers, :default_capacity_provider_strategy, :active_services,
  :running_tasks, :pending_tasks, :container_instances, :tags_known);
