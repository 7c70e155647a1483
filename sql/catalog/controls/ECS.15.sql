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

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.15', 'risk', 1, 'en', 'No one feels responsible',
    'Without tags it is not clear whose resource it is, and who decides when it fails.'),
  ('ECS.15', 'risk', 1, 'ja', '責任者が分からない',
    'タグがないと、誰のリソースか、問題が起きたときに誰が判断するのかが分かりません。'),
  ('ECS.15', 'risk', 2, 'en', 'Rules and costs pass it by',
    'Access rules, cost reports and clean-ups that go by tags do not see it.'),
  ('ECS.15', 'risk', 2, 'ja', 'ルールや費用管理から漏れる',
    'タグに基づくアクセス制御、費用の集計、整理の対象から漏れてしまいます。'),
  ('ECS.15', 'countermeasure', 1, 'en', 'Decide on keys',
    'Agree on a few keys, such as Owner and Environment, and have them asked for: --set ECS.15.requiredTagKeys=Owner,Environment.'),
  ('ECS.15', 'countermeasure', 1, 'ja', 'タグキーを決める',
    'OwnerやEnvironmentなど、必須のキーを決めます。--set ECS.15.requiredTagKeys=Owner,Environmentを付けると、その有無を評価できます。'),
  ('ECS.15', 'countermeasure', 2, 'en', 'Tag where things are made',
    'Set default tags in Terraform, and propagate tags from services to tasks.'),
  ('ECS.15', 'countermeasure', 2, 'ja', '作成時に付ける',
    'Terraformのdefault_tagsで付与し、サービスからタスクへの伝播も設定します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.15', 'tagged', 'en',
    '{name} has the tags it should have.'),
  ('ECS.15', 'tagged', 'ja',
    '{name}には、必要なタグが付いています。'),
  ('ECS.15', 'no_tags', 'en',
    '{name} has no tags of its own.'),
  ('ECS.15', 'no_tags', 'ja',
    '{name}には、独自のタグが付いていません。'),
  ('ECS.15', 'required_tags_missing', 'en',
    '{name} lacks tags that are required: {actual}.'),
  ('ECS.15', 'required_tags_missing', 'ja',
    '{name}には、必須のタグが不足しています（不足: {actual}）。'),
  ('ECS.15', 'tags_unknown', 'en',
    'The exports that hold {name} were made without tags.'),
  ('ECS.15', 'tags_unknown', 'ja',
    '{name}を含むエクスポートは、タグを含めずに取得されています。'),
  ('ECS.15', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.15', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.15', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.15', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.15', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.15', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.15', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.15', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family} and its latest revision.'),
  ('ECS.15', 'default', 'console', 3, 'en', 'On the Tags tab choose Manage tags, add the keys and save.'),
  ('ECS.15', 'default', 'cli', 1, 'en', 'aws ecs tag-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --tags key=Owner,value=''<OWNER>'' key=Environment,value=''<ENVIRONMENT>'''),
  ('ECS.15', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  tags = {{
    Owner       = "<OWNER>"
    Environment = "<ENVIRONMENT>"
  }

  # other arguments unchanged
}'),
  ('ECS.15', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.15', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}の最新のリビジョンを選択します。'),
  ('ECS.15', 'default', 'console', 3, 'ja', '［タグ］タブで［タグの管理］を選択し、キーを追加して保存します。'),
  ('ECS.15', 'default', 'cli', 1, 'ja', 'aws ecs tag-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --tags key=Owner,value=''<OWNER>'' key=Environment,value=''<ENVIRONMENT>'''),
  ('ECS.15', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  tags = {{
    Owner       = "<OWNER>"
    Environment = "<ENVIRONMENT>"
  }

  # 他の引数は変更しません
}');
