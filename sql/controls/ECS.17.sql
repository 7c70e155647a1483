-- ECS.17: ECS task definitions should not use host network mode.
-- One row per task definition. Fails where `networkMode` is host; without one it is bridge.
-- Source: AWS Security Hub "ECS.17"; AWS Config rule ecs-task-definition-network-mode-not-host.
create view control_ECS_17 as
select (select assessment_id from v_assessment_id) as assessment_id, v.resource_id, v.record_id,
  coalesce(v.gate, iif(t.network_mode = 'host', 'host_network', 'network_not_host')) as reason,
  null as launch_type, v.os_text as platform_family, null as platform_version, null as latest_version,
  null as subject,
  iif(v.gate is null, t.network_mode, null) as actual,
  iif(v.gate is null, 'awsvpc', null) as expected,
  v.changed_at
from view_fact v
cross join task_definition t on t.id = v.view_id
where v.kind = 'task_definition';
