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
    'Fails when the latest active revision of a task definition has a container without a log driver, so that its output is sent nowhere where it could be read later.'),
  ('ECS.9', 'ja', 'ECSタスク定義にはログ設定が必要です',
    'タスク定義の最新のアクティブなリビジョンに、ログドライバーが設定されていないコンテナがある場合に不合格になります。出力がどこにも送られず、後から確認できません。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.9', 'risk', 1, 'en', 'Nothing tells what happened',
    'Error messages, requests and the traces of an attack stand in what a container writes. Without logs neither a fault nor a break-in can be reconstructed.'),
  ('ECS.9', 'risk', 1, 'ja', '何が起きたか分からない',
    'エラーメッセージ、リクエストの記録、攻撃の痕跡は、コンテナの出力に残ります。ログがなければ、障害も侵入も後から追跡できません。'),
  ('ECS.9', 'risk', 2, 'en', 'Logs end with the task or the instance',
    'On Fargate, output without a log driver is not kept at all. On an instance it stays on that machine at best and goes when the instance is replaced, and the evidence with it.'),
  ('ECS.9', 'risk', 2, 'ja', 'タスクやインスタンスとともに失われる',
    'Fargateでは、ログドライバーのないコンテナの出力は保存されません。インスタンスでも、せいぜいそのマシンに残るだけで、インスタンスが置き換えられると証跡ごと失われます。'),
  ('ECS.9', 'risk', 3, 'en', 'Alarms have nothing to go by',
    'Metric filters, alarms and whatever evaluates logs centrally see only what arrives there. A container that sends nothing is a blind spot.'),
  ('ECS.9', 'risk', 3, 'ja', '監視の死角になる',
    'メトリクスフィルター、アラーム、ログを集約して分析する仕組みは、届いたログしか見られません。何も送らないコンテナは死角になります。'),
  ('ECS.9', 'countermeasure', 1, 'en', 'Set a log driver in every container',
    'Give every container a logConfiguration, sidecars and the FireLens router too. Fargate supports awslogs, splunk and awsfirelens.'),
  ('ECS.9', 'countermeasure', 1, 'ja', 'すべてのコンテナにログドライバーを設定する',
    'サイドカーやFireLensのログルーターを含むすべてのコンテナに、logConfigurationを設定します。Fargateでは、awslogs、splunk、awsfirelensを使用できます。'),
  ('ECS.9', 'countermeasure', 2, 'en', 'Prepare the log group and the permissions',
    'The log group has to exist before the task starts. To send to it takes logs:CreateLogStream and logs:PutLogEvents: of the execution role on Fargate and external instances, of the instance role on EC2.'),
  ('ECS.9', 'countermeasure', 2, 'ja', 'ロググループと権限を準備する',
    'ロググループは、タスクの開始前に作成しておきます。送信にはlogs:CreateLogStreamとlogs:PutLogEventsの権限が必要です。Fargateと外部インスタンスではタスク実行ロールに、EC2ではインスタンスロールに付与します。'),
  ('ECS.9', 'countermeasure', 3, 'en', 'Keep logs as long as policy asks',
    'Without a retention setting CloudWatch Logs keeps them for ever. Set the retention of the log group, encrypt it where policy asks, and limit who may read or delete it.'),
  ('ECS.9', 'countermeasure', 3, 'ja', '方針に沿って保持し、保護する',
    '保持期間を設定しないと、CloudWatch Logsのログは無期限に残ります。ロググループの保持期間を定め、必要に応じて暗号化し、閲覧と削除の権限を限定します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.9', 'log_driver', 'en',
    'Every container of {name} has a log driver.'),
  ('ECS.9', 'log_driver', 'ja',
    '{name}のすべてのコンテナに、ログドライバーが設定されています。'),
  ('ECS.9', 'no_log_driver', 'en',
    '{name} has containers without a log driver: {subject}.'),
  ('ECS.9', 'no_log_driver', 'ja',
    '{name}に、ログドライバーが設定されていないコンテナがあります（対象：{subject}）。'),
  ('ECS.9', 'containers_unknown', 'en',
    'Nothing imported states the containers of {name}; if an older version imported it, import the exports again.'),
  ('ECS.9', 'containers_unknown', 'ja',
    '{name}のコンテナは、取り込んだデータに記載されていません。以前のバージョンで取り込んだ場合は、エクスポートを取り込み直してください。'),
  ('ECS.9', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.9', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.9', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('ECS.9', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.9', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.9', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。');

-- A revision cannot be changed: a new one is registered and deployed.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.9', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.9', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.9', 'default', 'console', 3, 'en', 'Choose Create new revision, then Create new revision with JSON.'),
  ('ECS.9', 'default', 'console', 4, 'en', 'In the containers {subject}, set "logConfiguration" to {{"logDriver": "awslogs", "options": {{"awslogs-group": "<LOG_GROUP>", "awslogs-region": "{region}", "awslogs-stream-prefix": "ecs"}}.'),
  ('ECS.9', 'default', 'console', 5, 'en', 'Make sure that the log group exists and has a retention setting, and that the task may write to it: on Fargate "executionRoleArn" has to name a role with logs:CreateLogStream and logs:PutLogEvents, such as one with the policy AmazonECSTaskExecutionRolePolicy; on EC2 the instance role has to have them.'),
  ('ECS.9', 'default', 'console', 6, 'en', 'Choose Create.'),
  ('ECS.9', 'default', 'console', 7, 'en', 'From the new revision choose Deploy, then Update service, for every service that uses {family}, and follow the deployment until it has completed. Schedules and pipelines that name a revision have to name the new one.'),
  ('ECS.9', 'default', 'cli', 1, 'en', '# Register a revision that sends the output of every container to CloudWatch Logs, and deploy it. This needs jq,
# which AWS CloudShell has. Fill in the four names in <>, and run the commands from update-service on for every
# service of this family. A service that CodeDeploy or an external controller deploys takes the new revision in a
# deployment there instead.
# Containers that have a log driver keep theirs. On Fargate the definition has to name an execution role with
# logs:CreateLogStream and logs:PutLogEvents; on EC2 the instance role needs them.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''
log_group=''<LOG_GROUP>''

# Make the log group, unless there is one: leave these two commands out then. <DAYS> is the retention, such as 365.
aws logs create-log-group --region "$region" --log-group-name "$log_group"
aws logs put-retention-policy --region "$region" --log-group-name "$log_group" \
  --retention-in-days ''<DAYS>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq --arg group "$log_group" --arg region "$region" ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[] |= if .logConfiguration.logDriver then . else
        .logConfiguration = {{logDriver: "awslogs", options: {{"awslogs-group": $group,
          "awslogs-region": $region, "awslogs-stream-prefix": "ecs"}}
      end'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: every container should have a log driver.
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,logConfiguration.logDriver]'' \
  --output table'),
  ('ECS.9', 'default', 'terraform', 1, 'en', 'resource "aws_cloudwatch_log_group" "{family|hcl_id}" {{
  name              = "<LOG_GROUP>"
  retention_in_days = 365 # as policy asks
}

# This registers a new revision; let the service refer to it by the ARN of this resource.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # On Fargate: this role needs logs:CreateLogStream and logs:PutLogEvents. On EC2 the instance role does.
  execution_role_arn = "<EXECUTION_ROLE_ARN>"

  container_definitions = jsonencode([
    {{
      logConfiguration = {{
        logDriver = "awslogs"
        options = {{
          "awslogs-group"         = aws_cloudwatch_log_group.{family|hcl_id}.name
          "awslogs-region"        = {region|hcl}
          "awslogs-stream-prefix" = "ecs"
        }
      }

      # other members unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.9', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.9', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.9', 'default', 'console', 3, 'ja', '「新しいリビジョンの作成」、「JSONを使用した新しいリビジョンの作成」の順に選択します。'),
  ('ECS.9', 'default', 'console', 4, 'ja', 'コンテナ{subject}の"logConfiguration"に{{"logDriver": "awslogs", "options": {{"awslogs-group": "<LOG_GROUP>", "awslogs-region": "{region}", "awslogs-stream-prefix": "ecs"}}を指定します。'),
  ('ECS.9', 'default', 'console', 5, 'ja', 'ロググループが作成済みで保持期間が設定されていること、タスクから書き込めることを確認します。Fargateでは、logs:CreateLogStreamとlogs:PutLogEventsを許可するロール（AmazonECSTaskExecutionRolePolicyをアタッチしたロールなど）を"executionRoleArn"に指定します。EC2では、インスタンスロールにこれらの権限が必要です。'),
  ('ECS.9', 'default', 'console', 6, 'ja', '「作成」を選択します。'),
  ('ECS.9', 'default', 'console', 7, 'ja', '「{family}」を使うすべてのサービスについて、新しいリビジョンから「デプロイ」、「サービスを更新」の順に選択し、デプロイの完了を確認します。リビジョンを指定しているスケジュールやパイプラインも、新しいリビジョンに変更してください。'),
  ('ECS.9', 'default', 'cli', 1, 'ja', '# すべてのコンテナの出力をCloudWatch Logsに送るリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ4か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# ログドライバーが設定済みのコンテナは変更しません。logs:CreateLogStreamとlogs:PutLogEventsの権限が必要です。
# Fargateではタスク定義に指定したタスク実行ロールに、EC2ではインスタンスロールに付与してください。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''
log_group=''<LOG_GROUP>''

# ロググループを作成します（すでにある場合、この2つのコマンドは不要です）。<DAYS>は保持日数です（365など）。
aws logs create-log-group --region "$region" --log-group-name "$log_group"
aws logs put-retention-policy --region "$region" --log-group-name "$log_group" \
  --retention-in-days ''<DAYS>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq --arg group "$log_group" --arg region "$region" ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[] |= if .logConfiguration.logDriver then . else
        .logConfiguration = {{logDriver: "awslogs", options: {{"awslogs-group": $group,
          "awslogs-region": $region, "awslogs-stream-prefix": "ecs"}}
      end'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：すべてのコンテナにログドライバーが設定されていること。
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,logConfiguration.logDriver]'' \
  --output table'),
  ('ECS.9', 'default', 'terraform', 1, 'ja', 'resource "aws_cloudwatch_log_group" "{family|hcl_id}" {{
  name              = "<LOG_GROUP>"
  retention_in_days = 365 # 方針に合わせて変更します
}

# 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # Fargateでは、このロールにlogs:CreateLogStreamとlogs:PutLogEventsの権限が必要です。EC2ではインスタンスロールに必要です
  execution_role_arn = "<EXECUTION_ROLE_ARN>"

  container_definitions = jsonencode([
    {{
      logConfiguration = {{
        logDriver = "awslogs"
        options = {{
          "awslogs-group"         = aws_cloudwatch_log_group.{family|hcl_id}.name
          "awslogs-region"        = {region|hcl}
          "awslogs-stream-prefix" = "ecs"
        }
      }

      # その他の項目は変更しません
    },
  ])

  # その他の引数は変更しません
}');
