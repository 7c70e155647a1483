-- ECS.21: ECS Task Definitions should configure non-administrator users in Windows container definitions.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-21

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.21', 'aws', 27, 'control_ECS_21', 'MEDIUM',
    'Protect > Secure access management > Root user access restrictions', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-windows-user-non-admin', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-21');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.21', 'aws-fsbp', 'ECS.21');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.21', 'non_administrator_user', 'PASSED'),
  ('ECS.21', 'administrator_user', 'FAILED'),
  ('ECS.21', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.21', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.21', 'linux', 'NOT_APPLICABLE'),
  ('ECS.21', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.21', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.21', 'en', 'ECS Task Definitions should configure non-administrator users in Windows container definitions',
    'Fails when a Windows container names no user, or names ContainerAdministrator. A break-out from such a container starts with an administrator''s rights.'),
  ('ECS.21', 'ja', 'ECSタスク定義では、Windowsコンテナの定義に管理者以外のユーザーを設定する必要があります',
    'Windowsコンテナにユーザーの指定がない場合、またはContainerAdministratorが指定されている場合に不合格になります。コンテナから抜け出されたとき、攻撃者は最初から管理者の権限を持つことになります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.21', 'risk', 1, 'en', 'Administrator in the container',
    'A program that runs as ContainerAdministrator may change services, the registry and every file in its container.'),
  ('ECS.21', 'risk', 1, 'ja', 'コンテナ内の管理者',
    'ContainerAdministratorで動作するプログラムは、コンテナ内のサービス、レジストリ、すべてのファイルを変更できます。'),
  ('ECS.21', 'risk', 2, 'en', 'It is the default of many images',
    'Where no user is named, many Windows images run as administrator.'),
  ('ECS.21', 'risk', 2, 'ja', '多くのイメージの既定',
    'ユーザーを指定しない場合、多くのWindowsイメージは管理者で動作します。'),
  ('ECS.21', 'countermeasure', 1, 'en', 'Name a user with few rights',
    'Set user to ContainerUser, or to an account of the image.'),
  ('ECS.21', 'countermeasure', 1, 'ja', '権限の少ないユーザーを指定する',
    'userに、ContainerUserまたはイメージ内のアカウントを指定します。'),
  ('ECS.21', 'countermeasure', 2, 'en', 'State the operating system',
    'Set runtimePlatform, so that no one has to guess which of the two rules holds.'),
  ('ECS.21', 'countermeasure', 2, 'ja', 'OSを明示する',
    'runtimePlatformを設定すれば、どちらのルールの対象かを推測する必要がなくなります。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.21', 'non_administrator_user', 'en',
    'No container of {name} runs as administrator.'),
  ('ECS.21', 'non_administrator_user', 'ja',
    '{name}に、管理者で実行されるコンテナはありません。'),
  ('ECS.21', 'administrator_user', 'en',
    '{name} lets containers run as ContainerAdministrator, or names no user: {subject}.'),
  ('ECS.21', 'administrator_user', 'ja',
    '{name}のコンテナは、ContainerAdministratorで実行されるか、ユーザーが指定されていません（対象: {subject}）。'),
  ('ECS.21', 'containers_unknown', 'en',
    'What {name} says of its containers was not stored: it was imported by an earlier release.'),
  ('ECS.21', 'containers_unknown', 'ja',
    '{name}のコンテナの内容は、以前のリリースで取り込まれたため保存されていません。'),
  ('ECS.21', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.21', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.21', 'linux', 'en',
    '{name} runs Linux containers.'),
  ('ECS.21', 'linux', 'ja',
    '{name}はLinuxコンテナを実行します。'),
  ('ECS.21', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.21', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.21', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.21', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.21', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.21', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family}.'),
  ('ECS.21', 'default', 'console', 3, 'en', 'Choose the latest revision, then Create new revision and Create new revision with JSON.'),
  ('ECS.21', 'default', 'console', 4, 'en', 'In the JSON, set "user" to "ContainerUser" in the containers {subject}.'),
  ('ECS.21', 'default', 'console', 5, 'en', 'Choose Create, then update each service that uses the family to the new revision and follow its deployment.'),
  ('ECS.21', 'default', 'cli', 1, 'en', '# Register a changed revision and deploy it. This needs jq, which AWS CloudShell has. Fill in the two names in <>,
# and run the last commands for every service of this family.
# ContainerUser has no rights of an administrator.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].user = "ContainerUser"'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.21', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      user = "ContainerUser"

      # other arguments unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.21', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.21', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}を選択します。'),
  ('ECS.21', 'default', 'console', 3, 'ja', '最新のリビジョンを選択し、［新しいリビジョンの作成］、［JSONを使用した新しいリビジョンの作成］の順に選択します。'),
  ('ECS.21', 'default', 'console', 4, 'ja', 'JSONで、コンテナ{subject}の"user"に"ContainerUser"を指定します。'),
  ('ECS.21', 'default', 'console', 5, 'ja', '［作成］を選択します。続いて、このファミリーを使用する各サービスを新しいリビジョンに更新し、デプロイの完了を確認します。'),
  ('ECS.21', 'default', 'cli', 1, 'ja', '# 変更したリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、デプロイ以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# ContainerUserには管理者の権限がありません。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].user = "ContainerUser"'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.21', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      user = "ContainerUser"

      # 他の引数は変更しません
    },
  ])

  # 他の引数は変更しません
}');
