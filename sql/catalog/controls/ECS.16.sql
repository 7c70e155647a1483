-- ECS.16: ECS task sets should not automatically assign public IP addresses.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-16

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.16', 'aws', 22, 'control_ECS_16', 'HIGH',
    'Protect > Secure network configuration > Resources not publicly accessible', 'AWS::ECS::TaskSet',
    'ecs-taskset-assign-public-ip-disabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-16');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.16', 'pci-dss-4.0.1', '1.4.4'),
  ('ECS.16', 'aws-fsbp', 'ECS.16');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.16', 'no_public_ip', 'PASSED'),
  ('ECS.16', 'public_ip', 'FAILED'),
  ('ECS.16', 'no_network_configuration', 'INSUFFICIENT_DATA'),
  ('ECS.16', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.16', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.16', 'en', 'ECS task sets should not automatically assign public IP addresses',
    'Fails when a task set gives its tasks public IP addresses, so that they can be reached from the internet.'),
  ('ECS.16', 'ja', 'ECSタスクセットには、パブリックIPアドレスを自動で割り当てないでください',
    'タスクセットがタスクにパブリックIPアドレスを割り当て、インターネットから到達できる場合に不合格になります。');
