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
    'Fails when the latest active revision of a task definition sets pidMode to host. Its containers then see the processes of the instance and of every other task on it.'),
  ('ECS.3', 'ja', 'ECSタスク定義では、ホストのプロセス名前空間を共有しないでください',
    'タスク定義の最新のアクティブなリビジョンで、pidModeにhostが指定されている場合に不合格になります。コンテナから、インスタンス自体のプロセスと、そこで動くほかのすべてのタスクのプロセスが見える設定です。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.3', 'risk', 1, 'en', 'Every process on the instance is in view',
    'With the host''s process namespace a container lists all processes of the instance, those of other tasks and of the ECS agent among them. It reads their command lines and, where its user and capabilities suffice, their environment and files too.'),
  ('ECS.3', 'risk', 1, 'ja', 'インスタンス上のすべてのプロセスが見える',
    'ホストのプロセス名前空間を共有すると、コンテナから、ほかのタスクやECSエージェントを含むすべてのプロセスを一覧できます。コマンドラインを読み取れるほか、ユーザーとケーパビリティによっては、環境変数やファイルまで読み取れます。'),
  ('ECS.3', 'risk', 2, 'en', 'One breach reaches the neighbours',
    'Whoever takes over such a container can stop processes of other tasks that run as the same user, or look for credentials in them. Services on the same instance are hit although nothing is wrong with them.'),
  ('ECS.3', 'risk', 2, 'ja', '侵害がほかのタスクに及ぶ',
    'このようなコンテナが乗っ取られると、同じユーザーで動くほかのタスクのプロセスを停止されたり、認証情報を探し出されたりします。同じインスタンスで動く、それ自体には問題のないサービスまで被害を受けます。'),
  ('ECS.3', 'risk', 3, 'en', 'It makes other rights more dangerous',
    'Together with a privileged container, root or the capability SYS_PTRACE, sight of the host''s processes is a short way into one of them, and so out of the container.'),
  ('ECS.3', 'risk', 3, 'ja', 'ほかの権限と組み合わさると危険が増す',
    '特権コンテナ、root、ケーパビリティSYS_PTRACEのいずれかと組み合わさると、ホストのプロセスに入り込み、そこからコンテナの外に出ることが容易になります。'),
  ('ECS.3', 'countermeasure', 1, 'en', 'Leave pidMode out',
    'Without pidMode each container has a process namespace of its own. Register a revision without it and deploy that. Fargate refuses host, so only definitions for container instances can have it.'),
  ('ECS.3', 'countermeasure', 1, 'ja', 'pidModeを指定しない',
    'pidModeを指定しなければ、プロセス名前空間はコンテナごとに分かれます。pidModeを取り除いたリビジョンを登録し、デプロイします。Fargateではhostを指定できないため、該当するのはコンテナインスタンスで実行するタスク定義だけです。'),
  ('ECS.3', 'countermeasure', 2, 'en', 'Share within the task where a sidecar needs it',
    'A sidecar that watches the other containers of its task needs pidMode task, not host. That works on Fargate too, for Linux containers from platform version 1.4.0 on.'),
  ('ECS.3', 'countermeasure', 2, 'ja', 'サイドカーに必要な場合はタスク内だけで共有する',
    '同じタスクのほかのコンテナを監視するサイドカーには、pidModeにhostではなくtaskを指定します。taskは、Fargateでもプラットフォームバージョン1.4.0以降のLinuxコンテナで使用できます。'),
  ('ECS.3', 'countermeasure', 3, 'en', 'Watch the host from the host',
    'Agents that have to see all processes belong on the instance itself, or into a daemon service of their own under a waiver that names the reason and ends.'),
  ('ECS.3', 'countermeasure', 3, 'ja', 'ホストの監視はホスト側で行う',
    'すべてのプロセスを見る必要のあるエージェントは、インスタンスに直接導入するか、専用のデーモンサービスに分け、理由と期限を定めた例外承認の対象とします。');

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
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.3', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.3', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('ECS.3', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.3', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.3', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。');

-- A revision cannot be changed: a new one is registered and deployed.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.3', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.3', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.3', 'default', 'console', 3, 'en', 'Choose Create new revision, then Create new revision with JSON.'),
  ('ECS.3', 'default', 'console', 4, 'en', 'Delete the line with "pidMode". If a sidecar has to see the other containers of its task, set it to "task" instead.'),
  ('ECS.3', 'default', 'console', 5, 'en', 'Choose Create.'),
  ('ECS.3', 'default', 'console', 6, 'en', 'From the new revision choose Deploy, then Update service, for every service that uses {family}, and follow the deployment until it has completed. Schedules and pipelines that name a revision have to name the new one.'),
  ('ECS.3', 'default', 'cli', 1, 'en', '# Register a revision without pidMode, so that each container has a process namespace of its own, and deploy it.
# This needs jq, which AWS CloudShell has. Fill in the two names in <>, and run the commands from update-service
# on for every service of this family. A service that CodeDeploy or an external controller deploys takes the new
# revision in a deployment there instead.
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
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: it should say None.
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.pidMode'' \
  --output text'),
  ('ECS.3', 'default', 'terraform', 1, 'en', '# This registers a new revision; let the service refer to it by the ARN of this resource.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # Leave pid_mode out, or set it to "task" where a sidecar has to see the other containers of its task.

  # other arguments unchanged
}'),
  ('ECS.3', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.3', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.3', 'default', 'console', 3, 'ja', '「新しいリビジョンの作成」、「JSONを使用した新しいリビジョンの作成」の順に選択します。'),
  ('ECS.3', 'default', 'console', 4, 'ja', '"pidMode"の行を削除します。サイドカーから同じタスクのほかのコンテナを見る必要がある場合は、代わりに"task"を指定します。'),
  ('ECS.3', 'default', 'console', 5, 'ja', '「作成」を選択します。'),
  ('ECS.3', 'default', 'console', 6, 'ja', '「{family}」を使うすべてのサービスについて、新しいリビジョンから「デプロイ」、「サービスを更新」の順に選択し、デプロイの完了を確認します。リビジョンを指定しているスケジュールやパイプラインも、新しいリビジョンに変更してください。'),
  ('ECS.3', 'default', 'cli', 1, 'ja', '# pidModeを取り除き、コンテナごとにプロセス名前空間を分けたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
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
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：Noneと表示されること。
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.pidMode'' \
  --output text'),
  ('ECS.3', 'default', 'terraform', 1, 'ja', '# 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # pid_modeは指定しません。サイドカーから同じタスクのほかのコンテナを見る必要がある場合は"task"を指定します。

  # その他の引数は変更しません
}');
