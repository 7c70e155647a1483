-- ECS.1: Amazon ECS task definitions should have secure networking modes and user definitions.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-1
-- Retired: findings on it are shown, nothing is computed. AWS names only the month, March 2026; its first day
-- stands for it here.

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.1', 'aws', 11, null, 'HIGH',
    'Protect > Secure access management', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-user-for-host-mode-check', '2026-03-01',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-1');

insert into control_successor (control_id, successor_id) values
  ('ECS.1', 'ECS.4'),
  ('ECS.1', 'ECS.17'),
  ('ECS.1', 'ECS.20'),
  ('ECS.1', 'ECS.21');

insert into control_text (control_id, lang, title, description) values
  ('ECS.1', 'en', 'Amazon ECS task definitions should have secure networking modes and user definitions',
    'Checked that a task definition with host networking settles the rights and the user of its containers on purpose. AWS retired it in March 2026; ECS.4, ECS.17, ECS.20 and ECS.21 check the parts.'),
  ('ECS.1', 'ja', 'Amazon ECSタスク定義には、セキュアなネットワークモードとユーザー定義が必要です',
    'ホストネットワークモードのタスク定義で、コンテナの権限とユーザーが意図して設定されているかを確認するコントロールでした。2026年3月にAWSが廃止し、現在はECS.4、ECS.17、ECS.20、ECS.21が分担しています。');
