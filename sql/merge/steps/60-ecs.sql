-- What Amazon ECS's answers and AWS Config's items say, of the files that are new. Rows stand behind those that are there, in
-- their order.
insert into merged_service (old_id, new_id)
select e.id, (select coalesce(max(id), 0) from main.service) + row_number() over (order by e.id)
from other.service e
join merged_record r on r.old_id = e.record_id;
insert into main.service (id, record_id, resource_id, origin, deleted, status, launch_type, capacity_provider_strategy,
  platform_version, platform_family, scheduling_strategy, deployment_controller, assign_public_ip, task_definition,
  desired_count, running_count, pending_count, created_at, tags_known)
select m.new_id, r.new_id, x.new_id, e.origin, e.deleted, e.status, e.launch_type, e.capacity_provider_strategy,
  e.platform_version, e.platform_family, e.scheduling_strategy, e.deployment_controller, e.assign_public_ip,
  e.task_definition, e.desired_count, e.running_count, e.pending_count, e.created_at, e.tags_known
from other.service e
join merged_service m on m.old_id = e.id
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by e.id;

insert into main.deployment (service_id, kind, position, deployment_id, status, launch_type, capacity_provider_strategy,
  platform_version, platform_family, assign_public_ip, task_definition, desired_count, running_count, pending_count,
  rollout_state, created_at, updated_at)
select s.new_id, e.kind, e.position, e.deployment_id, e.status, e.launch_type, e.capacity_provider_strategy,
  e.platform_version, e.platform_family, e.assign_public_ip, e.task_definition, e.desired_count, e.running_count,
  e.pending_count, e.rollout_state, e.created_at, e.updated_at
from other.deployment e
join merged_service s on s.old_id = e.service_id
order by e.id;

insert into merged_task_definition (old_id, new_id)
select e.id, (select coalesce(max(id), 0) from main.task_definition) + row_number() over (order by e.id)
from other.task_definition e
join merged_record r on r.old_id = e.record_id;
insert into main.task_definition (id, record_id, resource_id, origin, deleted, family, revision, status,
  operating_system_family, cpu_architecture, network_mode, pid_mode, ipc_mode, requires_compatibilities, task_role_arn,
  execution_role_arn, registered_at, deregistered_at, containers_known, tags_known)
select m.new_id, r.new_id, x.new_id, e.origin, e.deleted, e.family, e.revision, e.status, e.operating_system_family,
  e.cpu_architecture, e.network_mode, e.pid_mode, e.ipc_mode, e.requires_compatibilities, e.task_role_arn,
  e.execution_role_arn, e.registered_at, e.deregistered_at, e.containers_known, e.tags_known
from other.task_definition e
join merged_task_definition m on m.old_id = e.id
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by e.id;

insert into main.container (task_definition_id, position, name, image, essential, privileged, readonly_root_filesystem, user,
  has_log_configuration, log_driver)
select t.new_id, e.position, e.name, e.image, e.essential, e.privileged, e.readonly_root_filesystem, e.user,
  e.has_log_configuration, e.log_driver
from other.container e
join merged_task_definition t on t.old_id = e.task_definition_id
order by t.new_id, e.position;

insert into main.container_variable (task_definition_id, container, kind, position, name)
select t.new_id, e.container, e.kind, e.position, e.name
from other.container_variable e
join merged_task_definition t on t.old_id = e.task_definition_id
order by t.new_id, e.container, e.kind, e.position;

insert into main.volume (task_definition_id, position, name, kind, file_system_id, transit_encryption)
select t.new_id, e.position, e.name, e.kind, e.file_system_id, e.transit_encryption
from other.volume e
join merged_task_definition t on t.old_id = e.task_definition_id
order by t.new_id, e.position;

insert into main.cluster (record_id, resource_id, origin, deleted, status, settings_known, container_insights,
  execute_command_logging, capacity_providers, default_capacity_provider_strategy, active_services, running_tasks,
  pending_tasks, container_instances, tags_known)
select r.new_id, x.new_id, e.origin, e.deleted, e.status, e.settings_known, e.container_insights, e.execute_command_logging,
  e.capacity_providers, e.default_capacity_provider_strategy, e.active_services, e.running_tasks, e.pending_tasks,
  e.container_instances, e.tags_known
from other.cluster e
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by e.id;

insert into main.task_set (record_id, resource_id, origin, deleted, service, task_set_id, status, launch_type,
  capacity_provider_strategy, platform_version, platform_family, assign_public_ip, task_definition, desired_count,
  running_count, pending_count, stability_status, created_at, updated_at, tags_known)
select r.new_id, x.new_id, e.origin, e.deleted, e.service, e.task_set_id, e.status, e.launch_type,
  e.capacity_provider_strategy, e.platform_version, e.platform_family, e.assign_public_ip, e.task_definition, e.desired_count,
  e.running_count, e.pending_count, e.stability_status, e.created_at, e.updated_at, e.tags_known
from other.task_set e
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by e.id;

insert into main.capacity_provider (record_id, resource_id, origin, deleted, status, auto_scaling_group_arn,
  managed_termination_protection, managed_scaling_status, tags_known)
select r.new_id, x.new_id, e.origin, e.deleted, e.status, e.auto_scaling_group_arn, e.managed_termination_protection,
  e.managed_scaling_status, e.tags_known
from other.capacity_provider e
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by e.id;

insert into main.task (record_id, resource_id, service_name, started_by, last_status, desired_status, launch_type,
  capacity_provider, platform_version, platform_family, task_definition, created_at, started_at, stopped_at, tags_known)
select r.new_id, x.new_id, e.service_name, e.started_by, e.last_status, e.desired_status, e.launch_type, e.capacity_provider,
  e.platform_version, e.platform_family, e.task_definition, e.created_at, e.started_at, e.stopped_at, e.tags_known
from other.task e
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by e.id;

insert into main.service_revision (record_id, resource_id, service, launch_type, capacity_provider_strategy, platform_version,
  platform_family, assign_public_ip, task_definition, created_at)
select r.new_id, x.new_id, e.service, e.launch_type, e.capacity_provider_strategy, e.platform_version, e.platform_family,
  e.assign_public_ip, e.task_definition, e.created_at
from other.service_revision e
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by e.id;

insert into main.service_deployment (record_id, resource_id, service, status, target_revision, created_at, started_at,
  finished_at)
select r.new_id, x.new_id, e.service, e.status, e.target_revision, e.created_at, e.started_at, e.finished_at
from other.service_deployment e
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by e.id;

insert into main.listing (record_id, resource_id)
select r.new_id, x.new_id
from other.listing e
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by r.new_id;

insert into main.tag (record_id, key, value)
select r.new_id, e.key, e.value
from other.tag e
join merged_record r on r.old_id = e.record_id
order by r.new_id, e.key;

insert into main.describe_failure (record_id, arn, reason, detail)
select r.new_id, e.arn, e.reason, e.detail
from other.describe_failure e
join merged_record r on r.old_id = e.record_id
order by e.id;
