-- ECS.16: ECS task sets should not automatically assign public IP addresses.
-- One row per task set that was described on its own or is in AWS Config; those inside a described service have no
-- identifier of their own there.
-- Source: AWS Security Hub "ECS.16"; AWS Config rule ecs-taskset-assign-public-ip-disabled.
create view control_ECS_16 as
select (select assessment_id from v_assessment_id) as assessment_id, v.resource_id, v.record_id,
  case when v.gate is not null then v.gate
       when s.assign_public_ip = 'ENABLED' then 'public_ip'
       when s.assign_public_ip is not null or s.launch_type in ('EC2', 'EXTERNAL') then 'no_public_ip'
       else 'no_network_configuration' end as reason,
  s.launch_type, s.platform_family, null as platform_version, null as latest_version,
  null as subject,
  iif(v.gate is null, s.assign_public_ip, null) as actual,
  iif(v.gate is null, 'DISABLED', null) as expected,
  v.changed_at
from view_fact v
cross join task_set s on s.id = v.view_id
where v.kind = 'task_set';
