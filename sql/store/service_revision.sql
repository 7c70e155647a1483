-- One service revision as one record saw it.
insert into service_revision (record_id, resource_id, service, launch_type, capacity_provider_strategy,
  platform_version, platform_family, assign_public_ip, task_definition, created_at)
values (:record, :resource, :service, :launch_type, :capacity_provider_strategy,
  :platform_version, :platform_family, :assign_public_ip, :task_definition, :created_at);
