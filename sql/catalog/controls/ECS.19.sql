-- ECS.19: ECS capacity providers should have managed termination protection enabled.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-19

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.19', 'aws', 25, 'control_ECS_19', 'MEDIUM',
    'Protect > Data Protection', 'AWS::ECS::CapacityProvider',
    'ecs-capacity-provider-termination-check', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-19');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.19', 'aws-fsbp', 'ECS.19');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.19', 'termination_protection_on', 'PASSED'),
  ('ECS.19', 'termination_protection_off', 'FAILED'),
  ('ECS.19', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.19', 'no_auto_scaling_group', 'NOT_APPLICABLE'),
  ('ECS.19', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.19', 'en', 'ECS capacity providers should have managed termination protection enabled',
    'Fails when a capacity provider built on an Auto Scaling group lets scaling in end instances on which tasks still run.'),
  ('ECS.19', 'ja', 'ECSキャパシティプロバイダーでは、マネージド終了保護を有効にする必要があります',
    'Auto Scalingグループを使うキャパシティプロバイダーで、タスクが動いているインスタンスがスケールインによって終了されうる場合に不合格になります。');
