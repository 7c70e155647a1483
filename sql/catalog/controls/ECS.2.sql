-- ECS.2: ECS services should not have public IP addresses assigned to them automatically.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.2', 'aws', 12, 'control_ECS_2', 'HIGH',
    'Protect > Secure network configuration > Resources not publicly accessible', 'AWS::ECS::Service',
    'ecs-service-assign-public-ip-disabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.2', 'nist-800-53-r5', 'AC-21'),
  ('ECS.2', 'nist-800-53-r5', 'AC-3'),
  ('ECS.2', 'nist-800-53-r5', 'AC-3(7)'),
  ('ECS.2', 'nist-800-53-r5', 'AC-4'),
  ('ECS.2', 'nist-800-53-r5', 'AC-4(21)'),
  ('ECS.2', 'nist-800-53-r5', 'AC-6'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(11)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(16)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(20)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(21)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(3)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(4)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(9)'),
  ('ECS.2', 'pci-dss-4.0.1', '1.4.4'),
  ('ECS.2', 'aws-fsbp', 'ECS.2');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.2', 'no_public_ip', 'PASSED'),
  ('ECS.2', 'public_ip', 'FAILED'),
  ('ECS.2', 'no_network_configuration', 'INSUFFICIENT_DATA'),
  ('ECS.2', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.2', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.2', 'en', 'ECS services should not have public IP addresses assigned to them automatically',
    'Fails when a service gives its tasks public IP addresses, so that they can be reached from the internet.'),
  ('ECS.2', 'ja', 'ECSサービスには、パブリックIPアドレスを自動で割り当てないでください',
    'サービスがタスクにパブリックIPアドレスを割り当て、インターネットから到達できる場合に不合格になります。');
