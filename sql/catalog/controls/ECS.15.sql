-- ECS.15: ECS task definitions should be tagged.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-15

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.15', 'aws', 21, 'control_ECS_15', 'LOW',
    'Identify > Inventory > Tagging', 'AWS::ECS::TaskDefinition',
    'tagged-ecs-taskdefinition', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-15');

-- Up to six keys, separated by commas; without any, every tag of one's own will do.
insert into control_parameter (control_id, name, since, value, source) values
  ('ECS.15', 'requiredTagKeys', '2017-11-29', '',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-15');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.15', 'tagged', 'PASSED'),
  ('ECS.15', 'no_tags', 'FAILED'),
  ('ECS.15', 'required_tags_missing', 'FAILED'),
  ('ECS.15', 'tags_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.15', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.15', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.15', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.15', 'en', 'ECS task definitions should be tagged',
    'Fails when a task definition has no tag of its own, or lacks one of the tag keys that were asked for. Tags that AWS sets itself (aws:) do not count.'),
  ('ECS.15', 'ja', 'ECSタスク定義にはタグを付ける必要があります',
    'タスク定義に独自のタグが1つもない場合、または必須とされたタグキーが欠けている場合に不合格になります。AWSが自動で付けるタグ（aws:）は数えません。');
