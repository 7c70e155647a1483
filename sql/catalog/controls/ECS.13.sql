-- ECS.13: ECS services should be tagged.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-13

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.13', 'aws', 19, 'control_ECS_13', 'LOW',
    'Identify > Inventory > Tagging', 'AWS::ECS::Service',
    'tagged-ecs-service', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-13');

-- Up to six keys, separated by commas; without any, every tag of one's own will do.
insert into control_parameter (control_id, name, since, value, source) values
  ('ECS.13', 'requiredTagKeys', '2017-11-29', '',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-13');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.13', 'tagged', 'PASSED'),
  ('ECS.13', 'no_tags', 'FAILED'),
  ('ECS.13', 'required_tags_missing', 'FAILED'),
  ('ECS.13', 'tags_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.13', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.13', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.13', 'en', 'ECS services should be tagged',
    'Fails when a service has no tag of its own, or lacks one of the tag keys that were asked for. Tags that AWS sets itself (aws:) do not count.'),
  ('ECS.13', 'ja', 'ECSサービスにはタグを付ける必要があります',
    'サービスに独自のタグが1つもない場合、または必須とされたタグキーが欠けている場合に不合格になります。AWSが自動で付けるタグ（aws:）は数えません。');
