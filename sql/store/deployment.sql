-- One deployment or task set of a described service.
insert into deployment (service_id, kind, position, deployment_id, status, launch_type,
  capacity_provider_strategy, platform_version, platform_family, assign_public_ip, task_definition,
  desired_count, running_count, pending_count, rollout_state, created_at, updated_at)
values (:service, :kind, :position, :deployment_id, :status, :launch_type,
  :capacity_provider_strategy, :platform_version, :platform_family, :assign_public_ip,
  :task_definition, :desired_count, :running_count, :pending_count, :rollout_state, :created_at,
  :updated_at);
