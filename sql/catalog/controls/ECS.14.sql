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

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.14', 'risk', 1, 'en', 'Test and production look alike',
    'A cluster holds everything that runs in it. Where no tag says which environment it is and who answers for it, the wrong one is changed or switched off.'),
  ('ECS.14', 'risk', 1, 'ja', 'テスト環境と本番環境を見分けられない',
    'クラスターは、その中で動くすべてのものの入れ物です。環境や責任者を示すタグがないと、誤ったクラスターを変更したり停止したりするおそれがあります。'),
  ('ECS.14', 'risk', 2, 'en', 'Costs and permissions cannot be told apart',
    'Cost reports and permissions by tag leave a cluster without tags out. What nobody pays for, nobody looks after.'),
  ('ECS.14', 'risk', 2, 'ja', 'コストや権限を区別できない',
    'コスト配分やタグによるアクセス制御では、タグのないクラスターは対象になりません。費用を負担する部署が決まらないリソースは、管理も行き届かなくなります。'),
  ('ECS.14', 'countermeasure', 1, 'en', 'Tag clusters where they are defined',
    'Set the agreed keys in the template that makes the cluster, and let Terraform''s default_tags or CloudFormation''s stack tags reach what is made beside it.'),
  ('ECS.14', 'countermeasure', 1, 'ja', 'クラスターの定義にタグを含める',
    'クラスターを作成するテンプレートに、組織で決めたキーを設定します。Terraformのdefault_tagsやCloudFormationのスタックタグを使えば、同時に作成するリソースにも適用されます。'),
  ('ECS.14', 'countermeasure', 2, 'en', 'Refuse clusters without tags',
    'A service control policy or IAM condition on aws:RequestTag refuses to create a cluster without the required keys, and a tag policy keeps their spelling.'),
  ('ECS.14', 'countermeasure', 2, 'ja', 'タグのないクラスターを作らせない',
    'サービスコントロールポリシーやIAMポリシーでaws:RequestTagを条件にすると、必須のキーがないクラスターの作成を拒否できます。キーの表記はタグポリシーで統一します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.14', 'no_tags', 'en', '{name} has no tags of its own.'),
  ('ECS.14', 'no_tags', 'ja', '{name}には独自のタグが付いていません。'),
  ('ECS.14', 'required_tags_missing', 'en', '{name} lacks required tag keys: {actual} (required are: {expected}).'),
  ('ECS.14', 'required_tags_missing', 'ja', '{name}には必須のタグキー{actual}がありません（必須のキー：{expected}）。'),
  ('ECS.14', 'tagged', 'en', '{name} has the tags it should have.'),
  ('ECS.14', 'tagged', 'ja', '{name}には必要なタグが付いています。'),
  ('ECS.14', 'tags_unknown', 'en',
    'No export states the tags of {name}; describe-clusters gives them only with --include TAGS.'),
  ('ECS.14', 'tags_unknown', 'ja',
    '{name}のタグは、どのエクスポートにも記載されていません（describe-clustersでは、--include TAGSを付けた場合にだけ出力されます）。'),
  ('ECS.14', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.14', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.14', 'inactive', 'en', '{name} is inactive or deleted.'),
  ('ECS.14', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.14', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.14', 'default', 'console', 2, 'en', 'In the navigation pane choose Clusters, choose the cluster {name}, then its Tags tab.'),
  ('ECS.14', 'default', 'console', 3, 'en', 'Choose Manage tags, then Add tag for every key that is missing. Upper and lower case matter.'),
  ('ECS.14', 'default', 'console', 4, 'en', 'Choose Save. Nothing that runs in the cluster is touched.'),
  ('ECS.14', 'default', 'cli', 1, 'en', '# Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
aws ecs tag-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --tags key=''<KEY>'',value=''<VALUE>''

# Check: the cluster should have them now.
aws ecs list-tags-for-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --output table'),
  ('ECS.14', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_cluster" "{name|hcl_id}" {{
  name = {name|hcl}

  tags = {{
    "<KEY>" = "<VALUE>"
  }

  # other arguments unchanged
}'),
  ('ECS.14', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.14', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「クラスター」、クラスター「{name}」の順に選択し、「タグ」タブを選択します。'),
  ('ECS.14', 'default', 'console', 3, 'ja', '「タグの管理」を選択し、不足しているキーごとに「タグを追加」を選択して入力します。大文字と小文字は区別されます。'),
  ('ECS.14', 'default', 'console', 4, 'ja', '「保存」を選択します。クラスター内で稼働しているものに影響はありません。'),
  ('ECS.14', 'default', 'cli', 1, 'ja', '# 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
aws ecs tag-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --tags key=''<KEY>'',value=''<VALUE>''

# 確認：クラスターにタグが付いていること。
aws ecs list-tags-for-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --output table'),
  ('ECS.14', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_cluster" "{name|hcl_id}" {{
  name = {name|hcl}

  tags = {{
    "<KEY>" = "<VALUE>"
  }

  # その他の引数は変更しません
}');
