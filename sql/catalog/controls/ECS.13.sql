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

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.13', 'risk', 1, 'en', 'Nobody knows whose service it is',
    'When a service misbehaves or has to be patched, the first question is who runs it and for what. Without tags the answer costs time that an incident does not leave.'),
  ('ECS.13', 'risk', 1, 'ja', '誰のサービスか分からない',
    'サービスの異常時やパッチの適用時には、まず担当者と用途を確認する必要があります。タグがないと、その確認に、インシデント対応では惜しい時間がかかります。'),
  ('ECS.13', 'risk', 2, 'en', 'Rules by tag pass it by',
    'Permissions by tag, cost reports and automatic clean-up see only what carries the tag. A service without it is left out, or worse, open to whoever the rule did not think of.'),
  ('ECS.13', 'risk', 2, 'ja', 'タグに基づく管理から漏れる',
    'タグによるアクセス制御、コスト配分、自動クリーンアップは、タグの付いたリソースだけを対象とします。タグのないサービスは対象から漏れ、意図しない利用者が操作できてしまうこともあります。'),
  ('ECS.13', 'countermeasure', 1, 'en', 'Agree on keys and set them in templates',
    'Decide on a few keys, such as owner, environment and cost centre, and set them where services are defined. Terraform''s default_tags and CloudFormation''s stack tags reach every resource.'),
  ('ECS.13', 'countermeasure', 1, 'ja', 'タグキーを決めてテンプレートで付ける',
    '所有者、環境、コストセンターなど少数のキーを決め、サービスを定義する場所で付けます。Terraformのdefault_tagsやCloudFormationのスタックタグを使えば、すべてのリソースに適用されます。'),
  ('ECS.13', 'countermeasure', 2, 'en', 'Pass them on to tasks, and hold on to them',
    'With tags propagated from the service, its tasks carry them too and show in the cost reports. A tag policy in AWS Organizations keeps keys and spellings the same everywhere.'),
  ('ECS.13', 'countermeasure', 2, 'ja', 'タスクに引き継ぎ、表記を統一する',
    'サービスからのタグの伝播を設定すると、タスクにも同じタグが付き、コストレポートに反映されます。AWS Organizationsのタグポリシーを使えば、キーの表記を全体で統一できます。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.13', 'no_tags', 'en', '{name} has no tags of its own.'),
  ('ECS.13', 'no_tags', 'ja', '{name}には独自のタグが付いていません。'),
  ('ECS.13', 'required_tags_missing', 'en', '{name} lacks required tag keys: {actual} (required are: {expected}).'),
  ('ECS.13', 'required_tags_missing', 'ja', '{name}には必須のタグキー{actual}がありません（必須のキー：{expected}）。'),
  ('ECS.13', 'tagged', 'en', '{name} has the tags it should have.'),
  ('ECS.13', 'tagged', 'ja', '{name}には必要なタグが付いています。'),
  ('ECS.13', 'tags_unknown', 'en',
    'No export states the tags of {name}; describe-services gives them only with --include TAGS.'),
  ('ECS.13', 'tags_unknown', 'ja',
    '{name}のタグは、どのエクスポートにも記載されていません（describe-servicesでは、--include TAGSを付けた場合にだけ出力されます）。'),
  ('ECS.13', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.13', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.13', 'inactive', 'en', '{name} is inactive or deleted.'),
  ('ECS.13', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.13', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.13', 'default', 'console', 2, 'en', 'In the navigation pane choose Clusters, then choose the cluster {cluster}.'),
  ('ECS.13', 'default', 'console', 3, 'en', 'On the Services tab choose the service {name}, then choose its Tags tab.'),
  ('ECS.13', 'default', 'console', 4, 'en', 'Choose Manage tags, then Add tag for every key that is missing. Upper and lower case matter.'),
  ('ECS.13', 'default', 'console', 5, 'en', 'Choose Save. Running tasks are not touched.'),
  ('ECS.13', 'default', 'cli', 1, 'en', '# Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
aws ecs tag-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --tags key=''<KEY>'',value=''<VALUE>''

# Check: the service should have them now.
aws ecs list-tags-for-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --output table'),
  ('ECS.13', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  # Tasks started from now on carry the tags too.
  propagate_tags = "SERVICE"

  tags = {{
    "<KEY>" = "<VALUE>"
  }

  # other arguments unchanged
}'),
  ('ECS.13', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.13', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「クラスター」を選択し、クラスター「{cluster}」を選択します。'),
  ('ECS.13', 'default', 'console', 3, 'ja', '「サービス」タブでサービス「{name}」を選択し、「タグ」タブを選択します。'),
  ('ECS.13', 'default', 'console', 4, 'ja', '「タグの管理」を選択し、不足しているキーごとに「タグを追加」を選択して入力します。大文字と小文字は区別されます。'),
  ('ECS.13', 'default', 'console', 5, 'ja', '「保存」を選択します。稼働中のタスクに影響はありません。'),
  ('ECS.13', 'default', 'cli', 1, 'ja', '# 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
aws ecs tag-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --tags key=''<KEY>'',value=''<VALUE>''

# 確認：サービスにタグが付いていること。
aws ecs list-tags-for-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --output table'),
  ('ECS.13', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  # 今後起動するタスクにも同じタグが付きます。
  propagate_tags = "SERVICE"

  tags = {{
    "<KEY>" = "<VALUE>"
  }

  # その他の引数は変更しません
}');
