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
  ('ECS.15', 'risk', 1, 'en', 'Old definitions pile up without an owner',
    'Task definitions stay until someone deregisters them. Without tags nobody knows which application a family belongs to, so nobody dares to remove it.'),
  ('ECS.15', 'risk', 1, 'ja', '所有者の分からない定義が増え続ける',
    'タスク定義は、登録を解除するまで残ります。タグがないと、どのアプリケーションのファミリーか分からず、誰も削除できなくなります。'),
  ('ECS.15', 'risk', 2, 'en', 'Tasks start without tags',
    'Tasks that are started on their own can take their tags from the task definition. Where it has none, they are missing from cost reports and from rules by tag.'),
  ('ECS.15', 'risk', 2, 'ja', 'タグのないタスクが起動される',
    '単独で起動するタスクは、タスク定義のタグを引き継ぐことができます。タスク定義にタグがないと、タスクはコストレポートにもタグに基づくルールにも現れません。'),
  ('ECS.15', 'countermeasure', 1, 'en', 'Set tags with every registration',
    'Tags belong to a revision and are not handed on to the next. Set them where revisions are registered: in the pipeline, in Terraform or in CloudFormation.'),
  ('ECS.15', 'countermeasure', 1, 'ja', '登録のたびにタグを付ける',
    'タグはリビジョンごとに付き、次のリビジョンには引き継がれません。パイプライン、Terraform、CloudFormationなど、リビジョンを登録する場所で付けます。'),
  ('ECS.15', 'countermeasure', 2, 'en', 'Deregister what is no longer used',
    'Go through families by owner at regular intervals and deregister revisions that nothing runs. What is left is worth tagging.'),
  ('ECS.15', 'countermeasure', 2, 'ja', '使わないリビジョンを登録解除する',
    '所有者ごとにファミリーを定期的に棚卸しし、どこでも使われていないリビジョンの登録を解除します。そうすれば、タグを付けるべき対象も絞られます。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.15', 'no_tags', 'en', '{name} has no tags of its own.'),
  ('ECS.15', 'no_tags', 'ja', '{name}には独自のタグが付いていません。'),
  ('ECS.15', 'required_tags_missing', 'en', '{name} lacks required tag keys: {actual} (required are: {expected}).'),
  ('ECS.15', 'required_tags_missing', 'ja', '{name}には必須のタグキー{actual}がありません（必須のキー：{expected}）。'),
  ('ECS.15', 'tagged', 'en', '{name} has the tags it should have.'),
  ('ECS.15', 'tagged', 'ja', '{name}には必要なタグが付いています。'),
  ('ECS.15', 'tags_unknown', 'en',
    'No export states the tags of {name}; describe-task-definition gives them only with --include TAGS.'),
  ('ECS.15', 'tags_unknown', 'ja',
    '{name}のタグは、どのエクスポートにも記載されていません（describe-task-definitionでは、--include TAGSを付けた場合にだけ出力されます）。'),
  ('ECS.15', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.15', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.15', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.15', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。'),
  ('ECS.15', 'inactive', 'en', '{name} is inactive or deleted.'),
  ('ECS.15', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.15', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.15', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.15', 'default', 'console', 3, 'en', 'On the Tags tab choose Manage tags, then Add tag for every key that is missing. Upper and lower case matter.'),
  ('ECS.15', 'default', 'console', 4, 'en', 'Choose Save. No new revision comes about, and no running task is touched.'),
  ('ECS.15', 'default', 'console', 5, 'en', 'Set the same tags wherever revisions are registered: the next revision does not take them over.'),
  ('ECS.15', 'default', 'cli', 1, 'en', '# Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
aws ecs tag-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --tags key=''<KEY>'',value=''<VALUE>''

# Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
aws ecs list-tags-for-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --output table'),
  ('ECS.15', 'default', 'terraform', 1, 'en', '# Changed tags alone make no new revision.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  tags = {{
    "<KEY>" = "<VALUE>"
  }

  # other arguments unchanged
}'),
  ('ECS.15', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.15', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.15', 'default', 'console', 3, 'ja', '「タグ」タブで「タグの管理」を選択し、不足しているキーごとに「タグを追加」を選択して入力します。大文字と小文字は区別されます。'),
  ('ECS.15', 'default', 'console', 4, 'ja', '「保存」を選択します。新しいリビジョンは作成されず、稼働中のタスクにも影響はありません。'),
  ('ECS.15', 'default', 'console', 5, 'ja', 'タグは次のリビジョンに引き継がれないため、リビジョンを登録する場所でも同じタグを設定します。'),
  ('ECS.15', 'default', 'cli', 1, 'ja', '# 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
aws ecs tag-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --tags key=''<KEY>'',value=''<VALUE>''

# 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
aws ecs list-tags-for-resource \
  --region {region|shell} \
  --resource-arn {resource_arn|shell} \
  --output table'),
  ('ECS.15', 'default', 'terraform', 1, 'ja', '# タグの変更だけでは、新しいリビジョンは作成されません。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  tags = {{
    "<KEY>" = "<VALUE>"
  }

  # その他の引数は変更しません
}');
