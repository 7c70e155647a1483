-- ECS.14: ECS clusters should be tagged.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-14

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.14', 'aws', 20, null, 'LOW',
    'Identify > Inventory > Tagging', 'AWS::ECS::Cluster',
    'tagged-ecs-cluster', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-14');

insert into control_text (control_id, lang, title, description) values
  ('ECS.14', 'en', 'ECS clusters should be tagged',
    'Fails when a cluster has no tag of its own, or lacks one of the tag keys that were asked for. Tags that AWS sets itself (aws:) do not count.'),
  ('ECS.14', 'ja', 'ECSクラスターにはタグを付ける必要があります',
    'クラスターに独自のタグが1つもない場合、または必須とされたタグキーが欠けている場合に不合格になります。AWSが自動で付けるタグ（aws:）は数えません。');
