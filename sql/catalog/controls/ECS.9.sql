-- ECS.9: ECS task definitions should have a logging configuration.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.9', 'aws', 17, 'control_ECS_9', 'HIGH',
    'Identify > Logging', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-log-configuration', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.9', 'nist-800-53-r5', 'AC-4(26)'),
  ('ECS.9', 'nist-800-53-r5', 'AU-10'),
  ('ECS.9', 'nist-800-53-r5', 'AU-12'),
  ('ECS.9', 'nist-800-53-r5', 'AU-2'),
  ('ECS.9', 'nist-800-53-r5', 'AU-3'),
  ('ECS.9', 'nist-800-53-r5', 'AU-6(3)'),
  ('ECS.9', 'nist-800-53-r5', 'AU-6(4)'),
  ('ECS.9', 'nist-800-53-r5', 'CA-7'),
  ('ECS.9', 'nist-800-53-r5', 'SC-7(9)'),
  ('ECS.9', 'nist-800-53-r5', 'SI-7(8)'),
  ('ECS.9', 'aws-fsbp', 'ECS.9');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.9', 'log_driver', 'PASSED'),
  ('ECS.9', 'no_log_driver', 'FAILED'),
  ('ECS.9', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.9', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.9', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.9', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.9', 'en', 'ECS task definitions should have a logging configuration',
    'Fails when a container has no log driver, so that nobody can read afterwards what it did.'),
  ('ECS.9', 'ja', 'ECSタスク定義にはログ設定が必要です',
    'ログドライバーのないコンテナがあり、その動作を後から確認できない場合に不合格になります。');
