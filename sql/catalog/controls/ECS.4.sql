-- ECS.4: ECS containers should run as non-privileged.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.4', 'aws', 14, 'control_ECS_4', 'HIGH',
    'Protect > Secure access management > Root user access restrictions', 'AWS::ECS::TaskDefinition',
    'ecs-containers-nonprivileged', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.4', 'nist-800-53-r5', 'AC-2(1)'),
  ('ECS.4', 'nist-800-53-r5', 'AC-3'),
  ('ECS.4', 'nist-800-53-r5', 'AC-3(15)'),
  ('ECS.4', 'nist-800-53-r5', 'AC-3(7)'),
  ('ECS.4', 'nist-800-53-r5', 'AC-5'),
  ('ECS.4', 'nist-800-53-r5', 'AC-6'),
  ('ECS.4', 'aws-fsbp', 'ECS.4');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.4', 'no_privileged_container', 'PASSED'),
  ('ECS.4', 'privileged_container', 'FAILED'),
  ('ECS.4', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.4', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.4', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.4', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.4', 'en', 'ECS containers should run as non-privileged',
    'Fails when a container is marked privileged, which on the container instance comes close to being root.'),
  ('ECS.4', 'ja', 'ECSコンテナは、非特権として実行する必要があります',
    'コンテナに特権が与えられている場合に不合格になります。特権コンテナは、コンテナインスタンス上でrootに近い権限を持ちます。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.4', 'risk', 1, 'en', 'Root on the host',
    'A privileged container has nearly all rights of root on its instance, devices included; leaving it for the host takes little.'),
  ('ECS.4', 'risk', 1, 'ja', 'ホストのroot権限',
    '特権コンテナは、デバイスを含め、インスタンスのrootとほぼ同じ権限を持ちます。コンテナからホストへ抜け出すことも容易です。'),
  ('ECS.4', 'risk', 2, 'en', 'Isolation of tasks ends',
    'From the host all other tasks on it, their credentials and their data are within reach.'),
  ('ECS.4', 'risk', 2, 'ja', 'タスクの分離が失われる',
    'ホストに到達されると、同じインスタンスのほかのタスク、その認証情報、データのすべてに手が届きます。'),
  ('ECS.4', 'countermeasure', 1, 'en', 'Do not run privileged containers',
    'Set privileged to false, or leave it out; Fargate does not allow it anyway.'),
  ('ECS.4', 'countermeasure', 1, 'ja', '特権コンテナを使用しない',
    'privilegedをfalseにするか、指定しないでください。Fargateではもともと使用できません。'),
  ('ECS.4', 'countermeasure', 2, 'en', 'Give single capabilities',
    'Where a container needs one right of the kernel, add that capability in linuxParameters instead of all of them.'),
  ('ECS.4', 'countermeasure', 2, 'ja', '必要なケーパビリティだけを付与する',
    'カーネルの権限が必要な場合は、すべてを与えるのではなく、linuxParametersで必要なケーパビリティだけを追加します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.4', 'no_privileged_container', 'en',
    'No container of {name} is privileged.'),
  ('ECS.4', 'no_privileged_container', 'ja',
    '{name}に特権コンテナはありません。'),
  ('ECS.4', 'privileged_container', 'en',
    '{name} runs privileged containers: {subject}.'),
  ('ECS.4', 'privileged_container', 'ja',
    '{name}は特権コンテナを実行します（対象: {subject}）。'),
  ('ECS.4', 'containers_unknown', 'en',
    'What {name} says of its containers was not stored: it was imported by an earlier release.'),
  ('ECS.4', 'containers_unknown', 'ja',
    '{name}のコンテナの内容は、以前のリリースで取り込まれたため保存されていません。'),
  ('ECS.4', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.4', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.4', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.4', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.4', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.4', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.4', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.4', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family}.'),
  ('ECS.4', 'default', 'console', 3, 'en', 'Choose the latest revision, then Create new revision and Create new revision with JSON.'),
  ('ECS.4', 'default', 'console', 4, 'en', 'In the JSON, set "privileged" to false in the containers {subject}.'),
  ('ECS.4', 'default', 'console', 5, 'en', 'Choose Create, then update each service that uses the family to the new revision and follow its deployment.'),
  ('ECS.4', 'default', 'cli', 1, 'en', '# Register a changed revision and deploy it. This needs jq, which AWS CloudShell has. Fill in the two names in <>,
# and run the last commands for every service of this family.
# No container keeps the rights of its host.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].privileged = false'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.4', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      privileged = false

      # other arguments unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.4', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.4', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}を選択します。'),
  ('ECS.4', 'default', 'console', 3, 'ja', '最新のリビジョンを選択し、［新しいリビジョンの作成］、［JSONを使用した新しいリビジョンの作成］の順に選択します。'),
  ('ECS.4', 'default', 'console', 4, 'ja', 'JSONで、コンテナ{subject}の"privileged"をfalseに変更します。'),
  ('ECS.4', 'default', 'console', 5, 'ja', '［作成］を選択します。続いて、このファミリーを使用する各サービスを新しいリビジョンに更新し、デプロイの完了を確認します。'),
  ('ECS.4', 'default', 'cli', 1, 'ja', '# 変更したリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、デプロイ以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# すべてのコンテナからホストの権限を外します。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].privileged = false'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.4', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      privileged = false

      # 他の引数は変更しません
    },
  ])

  # 他の引数は変更しません
}');
