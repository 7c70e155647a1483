-- ECS.18: ECS Task Definitions should use in-transit encryption for EFS volumes.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.18', 'aws', 24, 'control_ECS_18', 'MEDIUM',
    'Protect > Encryption of data-in-transit', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-efs-encryption-enabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.18', 'aws-fsbp', 'ECS.18');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.18', 'efs_encrypted', 'PASSED'),
  ('ECS.18', 'efs_not_encrypted', 'FAILED'),
  ('ECS.18', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.18', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.18', 'no_efs_volume', 'NOT_APPLICABLE'),
  ('ECS.18', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.18', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.18', 'en', 'ECS Task Definitions should use in-transit encryption for EFS volumes',
    'Fails when the latest active revision of a task definition mounts an EFS volume without encrypting the traffic to it.'),
  ('ECS.18', 'ja', 'ECSタスク定義では、EFSボリュームの転送時の暗号化を使用する必要があります',
    'タスク定義の最新の有効なリビジョンに、通信を暗号化せずにマウントするEFSボリュームがある場合に不合格になります。');
