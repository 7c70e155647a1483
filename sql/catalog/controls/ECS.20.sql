-- ECS.20: ECS Task Definitions should configure non-root users in Linux container definitions.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.20', 'aws', 26, 'control_ECS_20', 'MEDIUM',
    'Protect > Secure access management > Root user access restrictions', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-linux-user-non-root', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.20', 'aws-fsbp', 'ECS.20');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.20', 'non_root_user', 'PASSED'),
  ('ECS.20', 'root_user', 'FAILED'),
  ('ECS.20', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.20', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.20', 'windows', 'NOT_APPLICABLE'),
  ('ECS.20', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.20', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.20', 'en', 'ECS Task Definitions should configure non-root users in Linux container definitions',
    'Fails when a Linux container names no user, or names root or 0. A break-out from such a container starts with root''s rights.'),
  ('ECS.20', 'ja', 'ECSタスク定義では、Linuxコンテナの定義にroot以外のユーザーを設定する必要があります',
    'Linuxコンテナにユーザーの指定がない場合、またはrootか0が指定されている場合に不合格になります。コンテナから抜け出されたとき、攻撃者は最初からrootの権限を持つことになります。');
