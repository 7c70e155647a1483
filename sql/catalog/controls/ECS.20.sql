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
    'Fails when the latest active revision of a task definition has a Linux container that names no user, or names root or 0. What user the image sets is not to be seen here and does not count. A definition that states no operating system counts as Linux.'),
  ('ECS.20', 'ja', 'ECSタスク定義では、Linuxコンテナの定義にroot以外のユーザーを設定する必要があります',
    'タスク定義の最新のアクティブなリビジョンに、ユーザーの指定がない、またはrootか0が指定されたLinuxコンテナがある場合に不合格になります。イメージで設定されたユーザーは定義から確認できないため、考慮しません。OSの記載がないタスク定義はLinuxとして扱います。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.20', 'risk', 1, 'en', 'Root in the container is root to the kernel',
    'User 0 in a container is, as a rule, user 0 on the host as well; only namespaces and capabilities hold it back. A flaw in the runtime or the kernel then ends with root on the host.'),
  ('ECS.20', 'risk', 1, 'ja', 'コンテナのrootはカーネルにとってもroot',
    'コンテナのユーザー0は、通常はホストでもユーザー0であり、名前空間とケーパビリティで制限されているだけです。ランタイムやカーネルに脆弱性があれば、ホストのroot権限を奪われます。'),
  ('ECS.20', 'risk', 2, 'en', 'Everything in the container can be changed',
    'An intruder in a program that runs as root can install packages, change every file and read the secrets of every other program in the container.'),
  ('ECS.20', 'risk', 2, 'ja', 'コンテナ内のすべてを変更できる',
    'rootで動くプログラムに侵入されると、パッケージのインストール、あらゆるファイルの変更、同じコンテナのほかのプログラムのシークレットの読み取りが可能になります。'),
  ('ECS.20', 'risk', 3, 'en', 'The default is root',
    'Where neither the image nor the definition names a user, the container runs as root. A new version of the image can bring that about without anyone noticing.'),
  ('ECS.20', 'risk', 3, 'ja', '指定がなければrootになる',
    'イメージにも定義にもユーザーの指定がない場合、コンテナはrootで動作します。イメージの更新によって、気づかないうちにrootに変わることもあります。'),
  ('ECS.20', 'countermeasure', 1, 'en', 'Name a user in the definition',
    'Set user in every container to a number other than 0, with a group, such as 10001:10001. A name works only if the image knows it, and says nothing about the number behind it.'),
  ('ECS.20', 'countermeasure', 1, 'ja', '定義でユーザーを指定する',
    'すべてのコンテナのuserに、10001:10001のように、0以外のUIDとグループを番号で指定します。名前で指定する場合は、イメージにそのユーザーが必要です。また、名前からはUIDが0でないことを確認できません。'),
  ('ECS.20', 'countermeasure', 2, 'en', 'Prepare the image',
    'Give that user the files that it reads and the folders that it writes, set USER in the Dockerfile as well, and listen on ports from 1024 on.'),
  ('ECS.20', 'countermeasure', 2, 'ja', 'イメージを準備する',
    'そのユーザーが必要なファイルを読み、必要なフォルダーに書き込めるようにします。DockerfileでもUSERを指定し、1024番以降のポートで待ち受けます。'),
  ('ECS.20', 'countermeasure', 3, 'en', 'Take away what else is not needed',
    'Drop capabilities under linuxParameters, make the root file system read-only (ECS.5) and do without privileged (ECS.4).'),
  ('ECS.20', 'countermeasure', 3, 'ja', 'ほかの不要な権限も取り除く',
    'linuxParametersで不要なケーパビリティを外し、ルートファイルシステムを読み取り専用にし（ECS.5）、特権を使用しないようにします（ECS.4）。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.20', 'non_root_user', 'en',
    'Every container of {name} names a user other than root.'),
  ('ECS.20', 'non_root_user', 'ja',
    '{name}のすべてのコンテナに、root以外のユーザーが指定されています。'),
  ('ECS.20', 'root_user', 'en',
    '{name} has containers that name no user, or name root: {subject}.'),
  ('ECS.20', 'root_user', 'ja',
    '{name}に、ユーザーの指定がないか、rootが指定されたコンテナがあります（対象：{subject}）。'),
  ('ECS.20', 'containers_unknown', 'en',
    'Nothing imported states the containers of {name}; if an older version imported it, import the exports again.'),
  ('ECS.20', 'containers_unknown', 'ja',
    '{name}のコンテナは、取り込んだデータに記載されていません。以前のバージョンで取り込んだ場合は、エクスポートを取り込み直してください。'),
  ('ECS.20', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.20', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.20', 'windows', 'en',
    '{name} runs Windows containers, which ECS.21 judges.'),
  ('ECS.20', 'windows', 'ja',
    '{name}はWindowsコンテナを実行するため、ECS.21で評価します。'),
  ('ECS.20', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('ECS.20', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.20', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.20', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。');

-- A revision cannot be changed: a new one is registered and deployed.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.20', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.20', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.20', 'default', 'console', 3, 'en', 'Choose Create new revision, then Create new revision with JSON.'),
  ('ECS.20', 'default', 'console', 4, 'en', 'In the containers {subject}, set "user" to the number of a user and a group other than 0, such as "10001:10001".'),
  ('ECS.20', 'default', 'console', 5, 'en', 'Make sure that in the image this user can read what the program needs and write where it writes, and that the program listens on a port from 1024 on.'),
  ('ECS.20', 'default', 'console', 6, 'en', 'Choose Create.'),
  ('ECS.20', 'default', 'console', 7, 'en', 'From the new revision choose Deploy, then Update service, for every service that uses {family}, and follow the deployment until it has completed. Schedules and pipelines that name a revision have to name the new one.'),
  ('ECS.20', 'default', 'cli', 1, 'en', '# Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# 10001:10001) must be able to read what the program needs, and write where it writes.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''
user=''<UID:GID>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq --arg user "$user" ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: no container should say root, 0 or None.
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,user]'' \
  --output table'),
  ('ECS.20', 'default', 'terraform', 1, 'en', '# This registers a new revision; let the service refer to it by the ARN of this resource.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      # A user and a group other than 0 that can read and write what the program needs in the image.
      user = "<UID:GID>"

      # other members unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.20', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.20', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.20', 'default', 'console', 3, 'ja', '「新しいリビジョンの作成」、「JSONを使用した新しいリビジョンの作成」の順に選択します。'),
  ('ECS.20', 'default', 'console', 4, 'ja', 'コンテナ{subject}の"user"に、"10001:10001"のように、0以外のユーザーとグループの番号を指定します。'),
  ('ECS.20', 'default', 'console', 5, 'ja', 'イメージ内で、このユーザーが必要なファイルを読み、必要なフォルダーに書き込めること、プログラムが1024番以降のポートで待ち受けることを確認します。'),
  ('ECS.20', 'default', 'console', 6, 'ja', '「作成」を選択します。'),
  ('ECS.20', 'default', 'console', 7, 'ja', '「{family}」を使うすべてのサービスについて、新しいリビジョンから「デプロイ」、「サービスを更新」の順に選択し、デプロイの完了を確認します。リビジョンを指定しているスケジュールやパイプラインも、新しいリビジョンに変更してください。'),
  ('ECS.20', 'default', 'cli', 1, 'ja', '# コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''
user=''<UID:GID>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq --arg user "$user" ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：root、0、Noneのコンテナがないこと。
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,user]'' \
  --output table'),
  ('ECS.20', 'default', 'terraform', 1, 'ja', '# 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
      user = "<UID:GID>"

      # その他の項目は変更しません
    },
  ])

  # その他の引数は変更しません
}');
