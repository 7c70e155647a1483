-- ECS.9: ECS task definitions should have a logging configuration.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.9', 'aws', 17, 'control_ECS_9', 'HIGH',
    'Identify > Logging', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-log-configuration', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.9', 'nist-800-53-r5', 'AC-4(26)'),
  ('ECS.9', 'nist-800-53-r5', 'AU-10'),
  ('ECS.9', 'nist-800-53-r5', 'AU-12'),
  ('ECS.9', 'nist-800-53-r5', 'AU-2'),
  ('ECS.9', 'nist-800-53-r5', 'AU-3'),
  ('ECS.9', 'nist-800-53-r5', 'AU-6(3)'),
  ('ECS.9', 'nist-800-53-r5', 'AU-6(4)'),
  ('ECS.9', 'nist-800-53-r5', 'CA-7'),
  ('ECS.9', 'nist-800-53-r5', 'SC-7(9)'),
  ('ECS.9', 'nist-800-53-r5', 'SI-7(8)'),
  ('ECS.9', 'aws-fsbp', 'ECS.9');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.9', 'log_driver', 'PASSED'),
  ('ECS.9', 'no_log_driver', 'FAILED'),
  ('ECS.9', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.9', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.9', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.9', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.9', 'en', 'ECS task definitions should have a logging configuration',
    'Fails when a container has no log driver, so that nobody can read afterwards what it did.'),
  ('ECS.9', 'ja', 'ECSタスク定義にはログ設定が必要です',
    'ログドライバーのないコンテナがあり、その動作を後から確認できない場合に不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.9', 'risk', 1, 'en', 'Nothing tells what happened',
    'Without logs neither faults nor attacks in a container can be traced.'),
  ('ECS.9', 'risk', 1, 'ja', '何が起きたか分からない',
    'ログがなければ、コンテナ内の障害も攻撃も追跡できません。'),
  ('ECS.9', 'risk', 2, 'en', 'Logs end with the task',
    'Output that is sent nowhere is lost when the task stops, and with it the evidence.'),
  ('ECS.9', 'risk', 2, 'ja', 'タスクの停止とともに失われる',
    'どこにも送られていない出力は、タスクの停止とともに失われ、証跡も残りません。'),
  ('ECS.9', 'countermeasure', 1, 'en', 'Set a log driver everywhere',
    'Give every container, sidecars too, a logConfiguration; on Fargate awslogs, splunk or awsfirelens.'),
  ('ECS.9', 'countermeasure', 1, 'ja', 'すべてのコンテナにログドライバーを設定する',
    'サイドカーを含むすべてのコンテナにlogConfigurationを設定します。Fargateではawslogs、splunk、awsfirelensを使用できます。'),
  ('ECS.9', 'countermeasure', 2, 'en', 'Keep logs as long as policy asks',
    'Set the retention of the log group and who may read or delete it.'),
  ('ECS.9', 'countermeasure', 2, 'ja', '方針に沿って保持する',
    'ロググループの保持期間と、閲覧・削除の権限を定めます。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.9', 'log_driver', 'en',
    'Every container of {name} has a log driver.'),
  ('ECS.9', 'log_driver', 'ja',
    '{name}のすべてのコンテナに、ログドライバーが設定されています。'),
  ('ECS.9', 'no_log_driver', 'en',
    '{name} has containers without a log driver: {subject}.'),
  ('ECS.9', 'no_log_driver', 'ja',
    '{name}に、ログドライバーが設定されていないコンテナがあります（対象: {subject}）。'),
  ('ECS.9', 'containers_unknown', 'en',
    'What {name} says of its containers was not stored: it was imported by an earlier release.'),
  ('ECS.9', 'containers_unknown', 'ja',
    '{name}のコンテナの内容は、以前のリリースで取り込まれたため保存されていません。'),
  ('ECS.9', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.9', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.9', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.9', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.9', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.9', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.9', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.9', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family}.'),
  ('ECS.9', 'default', 'console', 3, 'en', 'Choose the latest revision, then Create new revision and Create new revision with JSON.'),
  ('ECS.9', 'default', 'console', 4, 'en', 'In the JSON, add "logConfiguration" with "logDriver": "awslogs" and its options to the containers {subject}.'),
  ('ECS.9', 'default', 'console', 5, 'en', 'Choose Create, then update each service that uses the family to the new revision and follow its deployment.'),
  ('ECS.9', 'default', 'cli', 1, 'en', '# Register a changed revision and deploy it. This needs jq, which AWS CloudShell has. Fill in the two names in <>,
# and run the last commands for every service of this family.
# Containers that have a log configuration keep it.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].logConfiguration //= {{logDriver: "awslogs", options: {{"awslogs-group": "<LOG_GROUP>", "awslogs-region": "<REGION>", "awslogs-stream-prefix": "ecs"}}'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.9', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      logConfiguration = {{
        logDriver = "awslogs"
        options = {{
          awslogs-group         = "<LOG_GROUP>"
          awslogs-region        = {region|hcl}
          awslogs-stream-prefix = "ecs"
        }
      }

      # other arguments unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.9', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.9', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}を選択します。'),
  ('ECS.9', 'default', 'console', 3, 'ja', '最新のリビジョンを選択し、［新しいリビジョンの作成］、［JSONを使用した新しいリビジョンの作成］の順に選択します。'),
  ('ECS.9', 'default', 'console', 4, 'ja', 'JSONで、コンテナ{subject}に、"logDriver": "awslogs"とオプションを含む"logConfiguration"を追加します。'),
  ('ECS.9', 'default', 'console', 5, 'ja', '［作成］を選択します。続いて、このファミリーを使用する各サービスを新しいリビジョンに更新し、デプロイの完了を確認します。'),
  ('ECS.9', 'default', 'cli', 1, 'ja', '# 変更したリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、デプロイ以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# ログ設定のあるコンテナは、そのまま残します。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].logConfiguration //= {{logDriver: "awslogs", options: {{"awslogs-group": "<LOG_GROUP>", "awslogs-region": "<REGION>", "awslogs-stream-prefix": "ecs"}}'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.9', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      logConfiguration = {{
        logDriver = "awslogs"
        options = {{
          awslogs-group         = "<LOG_GROUP>"
          awslogs-region        = {region|hcl}
          awslogs-stream-prefix = "ecs"
        }
      }

      # 他の引数は変更しません
    },
  ])

  # 他の引数は変更しません
}');
