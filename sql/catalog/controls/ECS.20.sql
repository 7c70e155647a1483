-- ECS.20: ECS Task Definitions should configure non-root users in Linux container definitions.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.20', 'aws', 26, 'control_ECS_20', 'MEDIUM',
    'Protect > Secure access management > Root user access restrictions', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-linux-user-non-root', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.20', 'aws-fsbp', 'ECS.20');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.20', 'non_root_user', 'PASSED'),
  ('ECS.20', 'root_user', 'FAILED'),
  ('ECS.20', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.20', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.20', 'windows', 'NOT_APPLICABLE'),
  ('ECS.20', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.20', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.20', 'en', 'ECS Task Definitions should configure non-root users in Linux container definitions',
    'Fails when a Linux container names no user, or names root or 0. A break-out from such a container starts with root''s rights.'),
  ('ECS.20', 'ja', 'ECSタスク定義では、Linuxコンテナの定義にroot以外のユーザーを設定する必要があります',
    'Linuxコンテナにユーザーの指定がない場合、またはrootか0が指定されている場合に不合格になります。コンテナから抜け出されたとき、攻撃者は最初からrootの権限を持つことになります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.20', 'risk', 1, 'en', 'Root in the container',
    'A program that runs as root may change everything in its container, and a flaw in the runtime or kernel makes it root on the host.'),
  ('ECS.20', 'risk', 1, 'ja', 'コンテナ内のroot',
    'rootで動作するプログラムは、コンテナ内のすべてを変更できます。ランタイムやカーネルに脆弱性があれば、ホストのrootにもなり得ます。'),
  ('ECS.20', 'risk', 2, 'en', 'The default is root',
    'Where neither the image nor the definition names a user, the container runs as root.'),
  ('ECS.20', 'risk', 2, 'ja', '既定はroot',
    'イメージでも定義でもユーザーを指定しない場合、コンテナはrootで動作します。'),
  ('ECS.20', 'countermeasure', 1, 'en', 'Name a user',
    'Set user to a number other than 0 in every container; the image may say so too, but only the definition shows it.'),
  ('ECS.20', 'countermeasure', 1, 'ja', 'ユーザーを指定する',
    'すべてのコンテナのuserに、0以外のUIDを指定します。イメージ側でも指定できますが、定義から確認できるのはuserだけです。'),
  ('ECS.20', 'countermeasure', 2, 'en', 'Prepare the image',
    'Give that user the files it has to read, and use ports above 1023.'),
  ('ECS.20', 'countermeasure', 2, 'ja', 'イメージを準備する',
    'そのユーザーが必要なファイルを読めるようにし、1024以上のポートを使用します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.20', 'non_root_user', 'en',
    'No container of {name} runs as root.'),
  ('ECS.20', 'non_root_user', 'ja',
    '{name}に、rootで実行されるコンテナはありません。'),
  ('ECS.20', 'root_user', 'en',
    '{name} lets containers run as root, or names no user: {subject}.'),
  ('ECS.20', 'root_user', 'ja',
    '{name}のコンテナは、rootで実行されるか、ユーザーが指定されていません（対象: {subject}）。'),
  ('ECS.20', 'containers_unknown', 'en',
    'What {name} says of its containers was not stored: it was imported by an earlier release.'),
  ('ECS.20', 'containers_unknown', 'ja',
    '{name}のコンテナの内容は、以前のリリースで取り込まれたため保存されていません。'),
  ('ECS.20', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.20', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.20', 'windows', 'en',
    '{name} runs Windows containers, which have no such setting.'),
  ('ECS.20', 'windows', 'ja',
    '{name}はWindowsコンテナを実行するため、この設定の対象になりません。'),
  ('ECS.20', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.20', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.20', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.20', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.20', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.20', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family}.'),
  ('ECS.20', 'default', 'console', 3, 'en', 'Choose the latest revision, then Create new revision and Create new revision with JSON.'),
  ('ECS.20', 'default', 'console', 4, 'en', 'In the JSON, set "user" to a user other than root, such as "1000:1000", in the containers {subject}.'),
  ('ECS.20', 'default', 'console', 5, 'en', 'Choose Create, then update each service that uses the family to the new revision and follow its deployment.'),
  ('ECS.20', 'default', 'cli', 1, 'en', '# Register a changed revision and deploy it. This needs jq, which AWS CloudShell has. Fill in the two names in <>,
# and run the last commands for every service of this family.
# The user must be able to read its files in the image.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].user = "1000:1000"'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.20', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      user = "1000:1000"

      # other arguments unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.20', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.20', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}を選択します。'),
  ('ECS.20', 'default', 'console', 3, 'ja', '最新のリビジョンを選択し、［新しいリビジョンの作成］、［JSONを使用した新しいリビジョンの作成］の順に選択します。'),
  ('ECS.20', 'default', 'console', 4, 'ja', 'JSONで、コンテナ{subject}の"user"に、"1000:1000"などroot以外のユーザーを指定します。'),
  ('ECS.20', 'default', 'console', 5, 'ja', '［作成］を選択します。続いて、このファミリーを使用する各サービスを新しいリビジョンに更新し、デプロイの完了を確認します。'),
  ('ECS.20', 'default', 'cli', 1, 'ja', '# 変更したリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、デプロイ以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# このユーザーが、イメージ内の必要なファイルを読めることを確認してください。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].user = "1000:1000"'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.20', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      user = "1000:1000"

      # 他の引数は変更しません
    },
  ])

  # 他の引数は変更しません
}');
