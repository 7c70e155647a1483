-- ECS.17: ECS task definitions should not use host network mode.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.17', 'aws', 23, 'control_ECS_17', 'MEDIUM',
    'Protect > Secure network configuration', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-network-mode-not-host', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.17', 'nist-800-53-r5', 'AC-2(1)'),
  ('ECS.17', 'nist-800-53-r5', 'AC-3'),
  ('ECS.17', 'nist-800-53-r5', 'AC-3(15)'),
  ('ECS.17', 'nist-800-53-r5', 'AC-3(7)'),
  ('ECS.17', 'nist-800-53-r5', 'AC-5'),
  ('ECS.17', 'nist-800-53-r5', 'AC-6');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.17', 'network_not_host', 'PASSED'),
  ('ECS.17', 'host_network', 'FAILED'),
  ('ECS.17', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.17', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.17', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.17', 'en', 'ECS task definitions should not use host network mode',
    'Fails when the latest active revision of a task definition uses the host''s network, where its containers reach loopback services and speak with the host''s address.'),
  ('ECS.17', 'ja', 'ECSタスク定義では、ホストネットワークモードを使用しないでください',
    'タスク定義の最新の有効なリビジョンがホストのネットワークを使っている場合に不合格になります。コンテナがホストのループバックのサービスに接続でき、ホストのアドレスで通信できるためです。');
