-- ECS.3: ECS task definitions should not share the host's process namespace.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.3', 'aws', 13, 'control_ECS_3', 'HIGH',
    'Identify > Resource configuration', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-pid-mode-check', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.3', 'nist-800-53-r5', 'CA-9(1)'),
  ('ECS.3', 'nist-800-53-r5', 'CM-2'),
  ('ECS.3', 'aws-fsbp', 'ECS.3');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.3', 'pid_mode_not_host', 'PASSED'),
  ('ECS.3', 'pid_mode_host', 'FAILED'),
  ('ECS.3', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.3', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.3', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.3', 'en', 'ECS task definitions should not share the host''s process namespace',
    'Fails when a task definition sets its process namespace to that of the host, where its containers can see and signal every process.'),
  ('ECS.3', 'ja', 'ECSタスク定義では、ホストのプロセス名前空間を共有しないでください',
    'タスク定義がホストのプロセス名前空間を使い、コンテナからホスト上のすべてのプロセスを参照・操作できる場合に不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.3', 'risk', 1, 'en', 'A container sees the host',
    'With the host''s process namespace a container can list every process on the instance, read their environment and arguments, and send them signals.'),
  ('ECS.3', 'risk', 1, 'ja', 'コンテナからホストが見える',
    'ホストのプロセス名前空間を共有すると、コンテナからインスタンス上のすべてのプロセスを一覧でき、環境変数や引数の読み取り、シグナルの送信も可能になります。'),
  ('ECS.3', 'risk', 2, 'en', 'One breach reaches the neighbours',
    'Whoever takes over one container reaches other tasks on the same instance through it.'),
  ('ECS.3', 'risk', 2, 'ja', '侵害がほかのタスクに及ぶ',
    '1つのコンテナが乗っ取られると、そこから同じインスタンスのほかのタスクにも手が届きます。'),
  ('ECS.3', 'countermeasure', 1, 'en', 'Leave pidMode out',
    'Without pidMode every container has a process namespace of its own; task shares one within the task alone.'),
  ('ECS.3', 'countermeasure', 1, 'ja', 'pidModeを指定しない',
    'pidModeを指定しなければ、プロセス名前空間はコンテナごとに分離されます。taskを指定した場合も、共有はそのタスクの中だけです。'),
  ('ECS.3', 'countermeasure', 2, 'en', 'Watch from outside',
    'Agents that have to see the host''s processes belong on the instance, or into a daemon service whose exception is approved.'),
  ('ECS.3', 'countermeasure', 2, 'ja', '監視は別の仕組みで行う',
    'ホストのプロセスを見る必要のあるエージェントは、インスタンスに直接導入するか、例外を承認したデーモンサービスとして運用します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.3', 'pid_mode_not_host', 'en',
    '{name} does not share the host''s process namespace.'),
  ('ECS.3', 'pid_mode_not_host', 'ja',
    '{name}は、ホストのプロセス名前空間を共有していません。'),
  ('ECS.3', 'pid_mode_host', 'en',
    '{name} shares the process namespace of its host (pidMode is {actual}).'),
  ('ECS.3', 'pid_mode_host', 'ja',
    '{name}は、ホストのプロセス名前空間を共有しています（pidModeは{actual}）。'),
  ('ECS.3', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.3', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.3', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.3', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.3', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.3', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.3', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.3', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family}.'),
  ('ECS.3', 'default', 'console', 3, 'en', 'Choose the latest revision, then Create new revision and Create new revision with JSON.'),
  ('ECS.3', 'default', 'console', 4, 'en', 'In the JSON, delete the line with "pidMode".'),
  ('ECS.3', 'default', 'console', 5, 'en', 'Choose Create, then update each service that uses the family to the new revision and follow its deployment.'),
  ('ECS.3', 'default', 'cli', 1, 'en', '# Register a changed revision and deploy it. This needs jq, which AWS CloudShell has. Fill in the two names in <>,
# and run the last commands for every service of this family.
# Without pidMode containers have namespaces of their own.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | del(.pidMode)'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.3', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # pid_mode is left out: no process namespace is shared

  # other arguments unchanged
}'),
  ('ECS.3', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.3', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}を選択します。'),
  ('ECS.3', 'default', 'console', 3, 'ja', '最新のリビジョンを選択し、［新しいリビジョンの作成］、［JSONを使用した新しいリビジョンの作成］の順に選択します。'),
  ('ECS.3', 'default', 'console', 4, 'ja', 'JSONから"pidMode"の行を削除します。'),
  ('ECS.3', 'default', 'console', 5, 'ja', '［作成］を選択します。続いて、このファミリーを使用する各サービスを新しいリビジョンに更新し、デプロイの完了を確認します。'),
  ('ECS.3', 'default', 'cli', 1, 'ja', '# 変更したリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、デプロイ以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# pidModeを取り除くと、名前空間が分離されます。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | del(.pidMode)'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.3', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # pid_modeは指定しません（プロセス名前空間を共有しないため）

  # 他の引数は変更しません
}');
