-- ECS.21: ECS Task Definitions should configure non-administrator users in Windows container definitions.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-21

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.21', 'aws', 27, 'control_ECS_21', 'MEDIUM',
    'Protect > Secure access management > Root user access restrictions', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-windows-user-non-admin', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-21');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.21', 'aws-fsbp', 'ECS.21');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.21', 'non_administrator_user', 'PASSED'),
  ('ECS.21', 'administrator_user', 'FAILED'),
  ('ECS.21', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.21', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.21', 'linux', 'NOT_APPLICABLE'),
  ('ECS.21', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.21', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.21', 'en', 'ECS Task Definitions should configure non-administrator users in Windows container definitions',
    'Fails when a Windows container names no user, or names ContainerAdministrator. A break-out from such a container starts with an administrator''s rights.'),
  ('ECS.21', 'ja', 'ECSタスク定義では、Windowsコンテナの定義に管理者以外のユーザーを設定する必要があります',
    'Windowsコンテナにユーザーの指定がない場合、またはContainerAdministratorが指定されている場合に不合格になります。コンテナから抜け出されたとき、攻撃者は最初から管理者の権限を持つことになります。');
