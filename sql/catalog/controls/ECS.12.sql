-- ECS.12: ECS clusters should use Container Insights.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.12', 'aws', 18, 'control_ECS_12', 'MEDIUM',
    'Identify > Logging', 'AWS::ECS::Cluster',
    'ecs-container-insights-enabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.12', 'nist-800-53-r5', 'AU-6(3)'),
  ('ECS.12', 'nist-800-53-r5', 'AU-6(4)'),
  ('ECS.12', 'nist-800-53-r5', 'CA-7'),
  ('ECS.12', 'nist-800-53-r5', 'SI-2'),
  ('ECS.12', 'aws-fsbp', 'ECS.12');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.12', 'container_insights_on', 'PASSED'),
  ('ECS.12', 'container_insights_off', 'FAILED'),
  ('ECS.12', 'settings_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.12', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.12', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.12', 'en', 'ECS clusters should use Container Insights',
    'Fails when a cluster has Container Insights neither enabled nor enhanced, and so collects no metrics of its tasks and containers.'),
  ('ECS.12', 'ja', 'ECSクラスターはContainer Insightsを使用する必要があります',
    'クラスターのContainer Insightsの設定がenabledでもenhancedでもなく、タスクやコンテナのメトリクスが収集されない場合に不合格になります。');
