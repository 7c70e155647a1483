-- ECS.3: ECS task definitions should not share the host's process namespace.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.3', 'aws', 13, 'control_ECS_3', 'HIGH',
    'Identify > Resource configuration', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-pid-mode-check', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.3', 'nist-800-53-r5', 'CA-9(1)'),
  ('ECS.3', 'nist-800-53-r5', 'CM-2'),
  ('ECS.3', 'aws-fsbp', 'ECS.3');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.3', 'pid_mode_not_host', 'PASSED'),
  ('ECS.3', 'pid_mode_host', 'FAILED'),
  ('ECS.3', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.3', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.3', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.3', 'en', 'ECS task definitions should not share the host''s process namespace',
    'Fails when a task definition sets its process namespace to that of the host, where its containers can see and signal every process.'),
  ('ECS.3', 'ja', 'ECSタスク定義では、ホストのプロセス名前空間を共有しないでください',
    'タスク定義がホストのプロセス名前空間を使い、コンテナからホスト上のすべてのプロセスを参照・操作できる場合に不合格になります。');
