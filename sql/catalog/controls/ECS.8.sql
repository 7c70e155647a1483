-- ECS.8: Secrets should not be passed as container environment variables.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.8', 'aws', 16, 'control_ECS_8', 'HIGH',
    'Protect > Secure development > Credentials not hard-coded', 'AWS::ECS::TaskDefinition',
    'ecs-no-environment-secrets', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.8', 'nist-800-53-r5', 'CA-9(1)'),
  ('ECS.8', 'nist-800-53-r5', 'CM-2'),
  ('ECS.8', 'pci-dss-4.0.1', '8.6.2'),
  ('ECS.8', 'aws-fsbp', 'ECS.8');

insert into control_parameter (control_id, name, since, value, source) values
  ('ECS.8', 'secretKeys', '2017-11-29', 'AWS_ACCESS_KEY_ID,AWS_SECRET_ACCESS_KEY,ECS_ENGINE_AUTH_DATA',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.8', 'no_secret_in_environment', 'PASSED'),
  ('ECS.8', 'secret_in_environment', 'FAILED'),
  ('ECS.8', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.8', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.8', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.8', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.8', 'en', 'Secrets should not be passed as container environment variables',
    'Fails when an environment variable is named AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or ECS_ENGINE_AUTH_DATA. Whoever may read the task definition could read its value too.'),
  ('ECS.8', 'ja', 'シークレットは、コンテナの環境変数として渡さないでください',
    'AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、ECS_ENGINE_AUTH_DATAのいずれかの名前の環境変数がある場合に不合格になります。タスク定義を閲覧できる人は、その値も読めてしまいます。');
