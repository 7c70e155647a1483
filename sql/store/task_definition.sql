-- One task definition as one record saw it. AWS Config states no revision: its ARN, FAMILY:REVISION, does.
insert into task_definition (record_id, resource_id, origin, deleted, family, revision, status,
  network_mode, pid_mode, ipc_mode, operating_system_family, cpu_architecture, requires_compatibilities,
  task_role_arn, execution_role_arn, registered_at, deregistered_at, containers_known, tags_known)
select :record, r.id, :origin, :deleted,
  coalesce(:family, substr(r.name, 1, nullif(instr(r.name, ':'), 0) - 1)),
  coalesce(:revision, cast(substr(r.name, nullif(instr(r.name, ':'), 0) + 1) as integer)),
  :status, :network_mode, :pid_mode, :ipc_mode, :operating_system_family, :cpu_architecture,
  :requires_compatibilities, :task_role_arn, :execution_role_arn, :registered_at, :deregistered_at,
  :containers_known, :tags_known
from resource r
where r.id = :resource;
