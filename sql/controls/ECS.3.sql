-- ECS.3: ECS task definitions should not share the host's process namespace.
-- One row per task definition. Fails where `pidMode` is host; without one each task, or on
-- Windows each container, has a namespace of its own.
-- Source: AWS Security Hub "ECS.3"; AWS Config rule ecs-task-definition-pid-mode-check.
create view control_ECS_3 as
select (select assessment_id from v_assessment_id) as assessment_id, v.resource_id, v.record_id,
  coalesce(v.gate, iif(t.pid_mode = 'host', 'pid_mode_host', 'pid_mode_not_host')) as reason,
  null as launch_type, v.os_text as platform_family, null as platform_version, null as latest_version,
  null as subject,
  iif(v.gate is null, t.pid_mode, null) as actual,
  iif(v.gate is null, 'task', null) as expected,
  v.changed_at
from view_fact v
cross join task_definition t on t.id = v.view_id
where v.kind = 'task_definition';
