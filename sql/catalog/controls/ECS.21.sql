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
    'Fails when the latest active revision of a task definition has a Windows container that names no user, or names ContainerAdministrator. A definition that states no operating system counts as Windows, unless something else shows that it runs on Linux.'),
  ('ECS.21', 'ja', 'ECSタスク定義では、Windowsコンテナの定義に管理者以外のユーザーを設定する必要があります',
    'タスク定義の最新のアクティブなリビジョンに、ユーザーの指定がない、またはContainerAdministratorが指定されたWindowsコンテナがある場合に不合格になります。OSの記載がないタスク定義は、ほかの情報からLinuxと分かる場合を除き、Windowsとして扱います。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.21', 'risk', 1, 'en', 'Administrator in the container',
    'A program that runs as ContainerAdministrator may change services, the registry and every file in its container. An intruder in it has these rights from the first moment.'),
  ('ECS.21', 'risk', 1, 'ja', 'コンテナ内の管理者権限を奪われる',
    'ContainerAdministratorで動くプログラムは、コンテナ内のサービス、レジストリ、すべてのファイルを変更できます。侵入者は、最初からこれらの権限を手にすることになります。'),
  ('ECS.21', 'risk', 2, 'en', 'A break-out starts with more rights',
    'Windows containers on EC2 are isolated as processes: they share the kernel of their instance. A flaw in it is easier to use for an administrator of the container than for a plain user.'),
  ('ECS.21', 'risk', 2, 'ja', 'コンテナの外に出る足がかりになる',
    'EC2のWindowsコンテナはプロセス分離で実行され、インスタンスとカーネルを共有します。カーネルに脆弱性がある場合、一般ユーザーよりもコンテナの管理者のほうが悪用しやすくなります。'),
  ('ECS.21', 'risk', 3, 'en', 'A default that is easily overlooked',
    'Where no user is named, images on Windows Server Core run as ContainerAdministrator, and those on Nano Server as ContainerUser. Nothing in the definition tells which.'),
  ('ECS.21', 'risk', 3, 'ja', '既定値が見落とされやすい',
    'ユーザーを指定しない場合、Windows Server CoreのイメージはContainerAdministratorで、Nano ServerのイメージはContainerUserで動作します。どちらになるかは、タスク定義からは分かりません。'),
  ('ECS.21', 'countermeasure', 1, 'en', 'Name a user with few rights',
    'Set user to ContainerUser, or to an account of the image. Set USER in the Dockerfile as well: AWS''s API reference says that user is not supported for Windows containers, although this control asks for it.'),
  ('ECS.21', 'countermeasure', 1, 'ja', '権限の少ないユーザーを指定する',
    'userに、ContainerUserまたはイメージ内のアカウントを指定します。AWSのAPIリファレンスでは、userはWindowsコンテナではサポートされないとされているため、DockerfileでもUSERを指定します。'),
  ('ECS.21', 'countermeasure', 2, 'en', 'Prepare the image',
    'Give that user the files, registry keys and folders that the program needs, and let whoami in a test container show as whom it runs.'),
  ('ECS.21', 'countermeasure', 2, 'ja', 'イメージを準備する',
    'そのユーザーに、プログラムが必要とするファイル、レジストリキー、フォルダーへのアクセスを許可し、テスト用のコンテナでwhoamiを実行して、実行ユーザーを確認します。'),
  ('ECS.21', 'countermeasure', 3, 'en', 'State the operating system',
    'Set runtimePlatform in every definition. Without it AWS takes the definition for Windows here, and Linux containers fail this control too.'),
  ('ECS.21', 'countermeasure', 3, 'ja', 'OSを明示する',
    'すべてのタスク定義でruntimePlatformを設定します。設定がないと、AWSはこのコントロールでWindowsとみなすため、Linuxコンテナまで不合格になります。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.21', 'non_administrator_user', 'en',
    'Every container of {name} names a user other than ContainerAdministrator.'),
  ('ECS.21', 'non_administrator_user', 'ja',
    '{name}のすべてのコンテナに、ContainerAdministrator以外のユーザーが指定されています。'),
  ('ECS.21', 'administrator_user', 'en',
    '{name} has containers that name no user, or name ContainerAdministrator: {subject}.'),
  ('ECS.21', 'administrator_user', 'ja',
    '{name}に、ユーザーの指定がないか、ContainerAdministratorが指定されたコンテナがあります（対象：{subject}）。'),
  ('ECS.21', 'containers_unknown', 'en',
    'Nothing imported states the containers of {name}; if an older version imported it, import the exports again.'),
  ('ECS.21', 'containers_unknown', 'ja',
    '{name}のコンテナは、取り込んだデータに記載されていません。以前のバージョンで取り込んだ場合は、エクスポートを取り込み直してください。'),
  ('ECS.21', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.21', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.21', 'linux', 'en',
    '{name} runs Linux containers, which ECS.20 judges.'),
  ('ECS.21', 'linux', 'ja',
    '{name}はLinuxコンテナを実行するため、ECS.20で評価します。'),
  ('ECS.21', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('ECS.21', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.21', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.21', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。');

-- A revision cannot be changed: a new one is registered and deployed.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.21', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.21', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.21', 'default', 'console', 3, 'en', 'Choose Create new revision, then Create new revision with JSON.'),
  ('ECS.21', 'default', 'console', 4, 'en', 'In the containers {subject}, set "user" to "ContainerUser". If they are Linux containers, set "operatingSystemFamily" under "runtimePlatform" to "LINUX" instead; ECS.20 then judges them.'),
  ('ECS.21', 'default', 'console', 5, 'en', 'Set USER in the Dockerfile to the same user, and make sure that it can read and write what the program needs.'),
  ('ECS.21', 'default', 'console', 6, 'en', 'Choose Create.'),
  ('ECS.21', 'default', 'console', 7, 'en', 'From the new revision choose Deploy, then Update service, for every service that uses {family}, and follow the deployment until it has completed. Schedules and pipelines that name a revision have to name the new one.'),
  ('ECS.21', 'default', 'cli', 1, 'en', '# Register a revision whose Windows containers do not run as administrator, and deploy it. This needs jq, which
# AWS CloudShell has. Fill in the two names in <>, and run the commands from update-service on for every service
# of this family. A service that CodeDeploy or an external controller deploys takes the new revision in a
# deployment there instead.
# Containers that name another user keep it. Set USER in the Dockerfile to the same user too, and try it in a test
# environment first. If these are Linux containers, do not run this: set runtimePlatform.operatingSystemFamily to
# LINUX instead.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | (.containerDefinitions[] | select(.user // "" | ascii_downcase | IN("", "containeradministrator")) | .user)
        = "ContainerUser"'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: no container should say ContainerAdministrator or None.
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,user]'' \
  --output table'),
  ('ECS.21', 'default', 'terraform', 1, 'en', '# This registers a new revision; let the service refer to it by the ARN of this resource.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  runtime_platform {{
    operating_system_family = "<OPERATING_SYSTEM_FAMILY>" # WINDOWS_SERVER_2022_CORE, or LINUX if it is Linux
  }

  container_definitions = jsonencode([
    {{
      # On Windows; set USER in the Dockerfile too.
      user = "ContainerUser"

      # other members unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.21', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.21', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.21', 'default', 'console', 3, 'ja', '「新しいリビジョンの作成」、「JSONを使用した新しいリビジョンの作成」の順に選択します。'),
  ('ECS.21', 'default', 'console', 4, 'ja', 'コンテナ{subject}の"user"に"ContainerUser"を指定します。Linuxコンテナの場合は、代わりに"runtimePlatform"の"operatingSystemFamily"に"LINUX"を指定します（ECS.20で評価されるようになります）。'),
  ('ECS.21', 'default', 'console', 5, 'ja', 'Dockerfileでも同じユーザーをUSERに指定し、プログラムが必要とするものを読み書きできることを確認します。'),
  ('ECS.21', 'default', 'console', 6, 'ja', '「作成」を選択します。'),
  ('ECS.21', 'default', 'console', 7, 'ja', '「{family}」を使うすべてのサービスについて、新しいリビジョンから「デプロイ」、「サービスを更新」の順に選択し、デプロイの完了を確認します。リビジョンを指定しているスケジュールやパイプラインも、新しいリビジョンに変更してください。'),
  ('ECS.21', 'default', 'cli', 1, 'ja', '# Windowsコンテナが管理者以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# すでにほかのユーザーが指定されているコンテナは変更しません。DockerfileでもUSERに同じユーザーを指定し、先にテスト環境で
# 確認してください。Linuxコンテナの場合は、このコマンドは実行せず、runtimePlatform.operatingSystemFamilyにLINUXを
# 指定してください。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | (.containerDefinitions[] | select(.user // "" | ascii_downcase | IN("", "containeradministrator")) | .user)
        = "ContainerUser"'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：ContainerAdministrator、Noneのコンテナがないこと。
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,user]'' \
  --output table'),
  ('ECS.21', 'default', 'terraform', 1, 'ja', '# 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  runtime_platform {{
    operating_system_family = "<OPERATING_SYSTEM_FAMILY>" # WINDOWS_SERVER_2022_COREなど。Linuxの場合はLINUX
  }

  container_definitions = jsonencode([
    {{
      # Windowsの場合に指定します。DockerfileでもUSERを指定してください
      user = "ContainerUser"

      # その他の項目は変更しません
    },
  ])

  # その他の引数は変更しません
}');
