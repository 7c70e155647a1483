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
    'Fails when the latest active revision of a task definition has a container with privileged set to true, which on the container instance comes close to being root.'),
  ('ECS.4', 'ja', 'ECSコンテナは、非特権で実行する必要があります',
    'タスク定義の最新のアクティブなリビジョンに、privilegedがtrueのコンテナがある場合に不合格になります。特権コンテナは、コンテナインスタンス上でrootに近い権限を持ちます。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.4', 'risk', 1, 'en', 'Close to root on the host',
    'A privileged container has all capabilities of the kernel and all devices of its instance. It can mount the host''s disks and load kernel modules, and so leave the container without any flaw to exploit.'),
  ('ECS.4', 'risk', 1, 'ja', 'ホストのrootに近い権限を持つ',
    '特権コンテナは、カーネルのすべてのケーパビリティと、インスタンスのすべてのデバイスを使用できます。ホストのディスクのマウントやカーネルモジュールの読み込みができるため、脆弱性を突かなくてもコンテナの外に出られます。'),
  ('ECS.4', 'risk', 2, 'en', 'Isolation of tasks ends',
    'From the host, the other tasks on the instance are within reach, with their data and the credentials of their roles, and so is the role of the instance itself.'),
  ('ECS.4', 'risk', 2, 'ja', 'タスクの分離が失われる',
    'ホストに到達されると、同じインスタンスで動くほかのタスクのデータ、各タスクロールの認証情報、さらにインスタンス自体のロールにまで手が届きます。'),
  ('ECS.4', 'risk', 3, 'en', 'Protection is switched off',
    'Docker applies neither its seccomp filter nor its AppArmor profile to privileged containers. What stops an attack elsewhere does not stand in its way here.'),
  ('ECS.4', 'risk', 3, 'ja', '保護機能が働かない',
    '特権コンテナには、DockerのseccompフィルターもAppArmorプロファイルも適用されません。通常であれば攻撃を阻む仕組みが働きません。'),
  ('ECS.4', 'countermeasure', 1, 'en', 'Run containers without privileges',
    'Set privileged to false or leave it out. Neither Fargate nor Windows containers support it, so only Linux containers on container instances can have it.'),
  ('ECS.4', 'countermeasure', 1, 'ja', '特権を付けずに実行する',
    'privilegedをfalseにするか、指定しません。FargateとWindowsコンテナではサポートされていないため、該当するのはコンテナインスタンスで実行するLinuxコンテナだけです。'),
  ('ECS.4', 'countermeasure', 2, 'en', 'Grant the one right that is needed',
    'Where a program needs one right of the kernel, such as NET_ADMIN, add that capability under linuxParameters, and a single device there too, instead of granting everything.'),
  ('ECS.4', 'countermeasure', 2, 'ja', '必要な権限だけを付与する',
    'NET_ADMINなど、カーネルの特定の権限が必要なプログラムには、すべてを与えるのではなく、linuxParametersで必要なケーパビリティやデバイスだけを追加します。'),
  ('ECS.4', 'countermeasure', 3, 'en', 'Let instances refuse it',
    'ECS_DISABLE_PRIVILEGED=true in the agent configuration of a container instance keeps privileged containers from starting there, whatever a task definition asks for.'),
  ('ECS.4', 'countermeasure', 3, 'ja', 'インスタンス側で拒否する',
    'コンテナインスタンスのエージェント設定にECS_DISABLE_PRIVILEGED=trueを指定すると、タスク定義の内容にかかわらず、特権コンテナは起動できなくなります。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.4', 'no_privileged_container', 'en',
    'No container of {name} is privileged.'),
  ('ECS.4', 'no_privileged_container', 'ja',
    '{name}に特権コンテナはありません。'),
  ('ECS.4', 'privileged_container', 'en',
    '{name} has privileged containers: {subject}.'),
  ('ECS.4', 'privileged_container', 'ja',
    '{name}に特権コンテナがあります（対象：{subject}）。'),
  ('ECS.4', 'containers_unknown', 'en',
    'Nothing imported states the containers of {name}; if an older version imported it, import the exports again.'),
  ('ECS.4', 'containers_unknown', 'ja',
    '{name}のコンテナは、取り込んだデータに記載されていません。以前のバージョンで取り込んだ場合は、エクスポートを取り込み直してください。'),
  ('ECS.4', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.4', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.4', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('ECS.4', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.4', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.4', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。');

-- A revision cannot be changed: a new one is registered and deployed.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.4', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.4', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.4', 'default', 'console', 3, 'en', 'Choose Create new revision, then Create new revision with JSON.'),
  ('ECS.4', 'default', 'console', 4, 'en', 'In the containers {subject}, set "privileged" to false.'),
  ('ECS.4', 'default', 'console', 5, 'en', 'If a program in them needs a right of the kernel, add that capability under "linuxParameters", such as "capabilities": {{"add": ["NET_ADMIN"]}.'),
  ('ECS.4', 'default', 'console', 6, 'en', 'Choose Create.'),
  ('ECS.4', 'default', 'console', 7, 'en', 'From the new revision choose Deploy, then Update service, for every service that uses {family}, and follow the deployment until it has completed. Schedules and pipelines that name a revision have to name the new one.'),
  ('ECS.4', 'default', 'cli', 1, 'en', '# Register a revision without privileged containers, and deploy it. This needs jq, which AWS CloudShell has. Fill
# in the two names in <>, and run the commands from update-service on for every service of this family. A service
# that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# If a program needs a right of the kernel, add that capability first, under linuxParameters.capabilities.add.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | (.containerDefinitions[] | select(.privileged) | .privileged) = false'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: no container should say True.
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,privileged]'' \
  --output table'),
  ('ECS.4', 'default', 'terraform', 1, 'en', '# This registers a new revision; let the service refer to it by the ARN of this resource.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      privileged = false

      # Only if a program needs it: the one capability, not all.
      linuxParameters = {{
        capabilities = {{ add = ["<CAPABILITY>"] }
      }

      # other members unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.4', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.4', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.4', 'default', 'console', 3, 'ja', '「新しいリビジョンの作成」、「JSONを使用した新しいリビジョンの作成」の順に選択します。'),
  ('ECS.4', 'default', 'console', 4, 'ja', 'コンテナ{subject}の"privileged"をfalseに変更します。'),
  ('ECS.4', 'default', 'console', 5, 'ja', 'カーネルの権限が必要なプログラムがある場合は、"linuxParameters"に"capabilities": {{"add": ["NET_ADMIN"]}のように、必要なケーパビリティを追加します。'),
  ('ECS.4', 'default', 'console', 6, 'ja', '「作成」を選択します。'),
  ('ECS.4', 'default', 'console', 7, 'ja', '「{family}」を使うすべてのサービスについて、新しいリビジョンから「デプロイ」、「サービスを更新」の順に選択し、デプロイの完了を確認します。リビジョンを指定しているスケジュールやパイプラインも、新しいリビジョンに変更してください。'),
  ('ECS.4', 'default', 'cli', 1, 'ja', '# 特権コンテナのないリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# カーネルの権限が必要なプログラムがある場合は、あらかじめlinuxParameters.capabilities.addに必要なケーパビリティを追加してください。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | (.containerDefinitions[] | select(.privileged) | .privileged) = false'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：Trueのコンテナがないこと。
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,privileged]'' \
  --output table'),
  ('ECS.4', 'default', 'terraform', 1, 'ja', '# 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      privileged = false

      # 必要なプログラムがある場合だけ、必要なケーパビリティのみを追加します
      linuxParameters = {{
        capabilities = {{ add = ["<CAPABILITY>"] }
      }

      # その他の項目は変更しません
    },
  ])

  # その他の引数は変更しません
}');
