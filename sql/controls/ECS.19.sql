-- ECS.19: ECS capacity providers should have managed termination protection enabled.
-- One row per capacity provider. Only one of an Auto Scaling group has the setting.
-- Source: AWS Security Hub "ECS.19"; AWS Config rule ecs-capacity-provider-termination-check.
create view control_ECS_19 as
select (select assessment_id from v_assessment_id) as assessment_id, v.resource_id, v.record_id,
  case when v.gate is not null then v.gate
       when p.auto_scaling_group_arn is null then 'no_auto_scaling_group'
       when p.managed_termination_protection = 'ENABLED' then 'termination_protection_on'
       else 'termination_protection_off' end as reason,
  null as launch_type, null as platform_family, null as platform_version, null as latest_version,
  null as subject,
  iif(v.gate is null, p.managed_termination_protection, null) as actual,
  iif(v.gate is null, 'ENABLED', null) as expected,
  v.changed_at
from view_fact v
cross join capacity_provider p on p.id = v.view_id
where v.kind = 'capacity_provider';
