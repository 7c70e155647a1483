-- ECS.5: ECS task definitions should configure containers to be limited to read-only access to root filesystems.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.5', 'aws', 15, 'control_ECS_5', 'HIGH',
    'Protect > Secure access management', 'AWS::ECS::TaskDefinition',
    'ecs-containers-readonly-access', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.5', 'nist-800-53-r5', 'AC-2(1)'),
  ('ECS.5', 'nist-800-53-r5', 'AC-3'),
  ('ECS.5', 'nist-800-53-r5', 'AC-3(15)'),
  ('ECS.5', 'nist-800-53-r5', 'AC-3(7)'),
  ('ECS.5', 'nist-800-53-r5', 'AC-5'),
  ('ECS.5', 'nist-800-53-r5', 'AC-6'),
  ('ECS.5', 'aws-fsbp', 'ECS.5');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.5', 'read_only_root_filesystem', 'PASSED'),
  ('ECS.5', 'writable_root_filesystem', 'FAILED'),
  ('ECS.5', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.5', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.5', 'windows', 'NOT_APPLICABLE'),
  ('ECS.5', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.5', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.5', 'en', 'ECS task definitions should configure containers to be limited to read-only access to root filesystems',
    'Fails when a Linux container may write to its own root file system, where an intruder could leave tools behind. Windows containers have no such setting and are out of scope.'),
  ('ECS.5', 'ja', 'ECSタスク定義では、コンテナのアクセスをルートファイルシステムへの読み取り専用に制限する必要があります',
    'Linuxコンテナが自身のルートファイルシステムに書き込める場合に不合格になります。侵入者がツールを残す余地になるためです。Windowsコンテナにはこの設定がないため、対象外です。');
