-- ECS.4: ECS containers should run as non-privileged.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.4', 'aws', 14, 'control_ECS_4', 'HIGH',
    'Protect > Secure access management > Root user access restrictions', 'AWS::ECS::TaskDefinition',
    'ecs-containers-nonprivileged', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.4', 'nist-800-53-r5', 'AC-2(1)'),
  ('ECS.4', 'nist-800-53-r5', 'AC-3'),
  ('ECS.4', 'nist-800-53-r5', 'AC-3(15)'),
  ('ECS.4', 'nist-800-53-r5', 'AC-3(7)'),
  ('ECS.4', 'nist-800-53-r5', 'AC-5'),
  ('ECS.4', 'nist-800-53-r5', 'AC-6'),
  ('ECS.4', 'aws-fsbp', 'ECS.4');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.4', 'no_privileged_container', 'PASSED'),
  ('ECS.4', 'privileged_container', 'FAILED'),
  ('ECS.4', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.4', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.4', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.4', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.4', 'en', 'ECS containers should run as non-privileged',
    'Fails when a container is marked privileged, which on the container instance comes close to being root.'),
  ('ECS.4', 'ja', 'ECSコンテナは、非特権として実行する必要があります',
    'コンテナに特権が与えられている場合に不合格になります。特権コンテナは、コンテナインスタンス上でrootに近い権限を持ちます。');
