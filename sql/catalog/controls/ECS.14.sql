-- ECS.14: ECS clusters should be tagged.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-14

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.14', 'aws', 20, 'control_ECS_14', 'LOW',
    'Identify > Inventory > Tagging', 'AWS::ECS::Cluster',
    'tagged-ecs-cluster', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-14');

-- Up to six keys, separated by commas; without any, every tag of one's own will do.
insert into control_parameter (control_id, name, since, value, source) values
  ('ECS.14', 'requiredTagKeys', '2017-11-29', '',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-14');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.14', 'tagged', 'PASSED'),
  ('ECS.14', 'no_tags', 'FAILED'),
  ('ECS.14', 'required_tags_missing', 'FAILED'),
  ('ECS.14', 'tags_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.14', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.14', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.14', 'en', 'ECS clusters should be tagged',
    'Fails when a cluster has no tag of its own, or lacks one of the tag keys that were asked for. Tags that AWS sets itself (aws:) do not count.'),
  ('ECS.14', 'ja', 'ECSクラスターにはタグを付ける必要があります',
    'クラスターに独自のタグが1つもない場合、または必須とされたタグキーが欠けている場合に不合格になります。AWSが自動で付けるタグ（aws:）は数えません。');
