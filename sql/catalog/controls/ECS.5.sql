-- ECS.5: ECS task definitions should configure containers to be limited to read-only access to root filesystems.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.5', 'aws', 15, 'control_ECS_5', 'HIGH',
    'Protect > Secure access management', 'AWS::ECS::TaskDefinition',
    'ecs-containers-readonly-access', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.5', 'nist-800-53-r5', 'AC-2(1)'),
  ('ECS.5', 'nist-800-53-r5', 'AC-3'),
  ('ECS.5', 'nist-800-53-r5', 'AC-3(15)'),
  ('ECS.5', 'nist-800-53-r5', 'AC-3(7)'),
  ('ECS.5', 'nist-800-53-r5', 'AC-5'),
  ('ECS.5', 'nist-800-53-r5', 'AC-6'),
  ('ECS.5', 'aws-fsbp', 'ECS.5');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.5', 'read_only_root_filesystem', 'PASSED'),
  ('ECS.5', 'writable_root_filesystem', 'FAILED'),
  ('ECS.5', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.5', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.5', 'windows', 'NOT_APPLICABLE'),
  ('ECS.5', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.5', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.5', 'en', 'ECS task definitions should configure containers to be limited to read-only access to root filesystems',
    'Fails when the latest active revision of a task definition has a Linux container whose readonlyRootFilesystem is not true: it may write to its own root file system. Windows containers have no such setting and are out of scope.'),
  ('ECS.5', 'ja', 'ECSタスク定義では、コンテナのルートファイルシステムへのアクセスを読み取り専用に制限する必要があります',
    'タスク定義の最新のアクティブなリビジョンに、readonlyRootFilesystemがtrueではなく、自身のルートファイルシステムに書き込めるLinuxコンテナがある場合に不合格になります。Windowsコンテナにはこの設定がないため、対象外です。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.5', 'risk', 1, 'en', 'Tools can be left behind',
    'An intruder who may write to the root file system can replace programs and libraries, change the configuration, and fetch the tools for the next step.'),
  ('ECS.5', 'risk', 1, 'ja', '不正なツールを残される',
    'ルートファイルシステムに書き込めると、侵入者はプログラムやライブラリを置き換え、設定を書き換え、次の攻撃に使うツールを持ち込めます。'),
  ('ECS.5', 'risk', 2, 'en', 'What runs is no longer what was tested',
    'Files that were changed at run time are not those of the image that was scanned and approved. A scan of the image in the registry does not show the difference.'),
  ('ECS.5', 'risk', 2, 'ja', '検証済みのイメージと異なる状態になる',
    '実行中に変更されたファイルは、スキャンと承認を経たイメージの内容と一致しません。レジストリにあるイメージをスキャンしても、その違いは分かりません。'),
  ('ECS.5', 'risk', 3, 'en', 'Files pile up where nobody looks',
    'Logs and temporary files in the container''s own layer are lost with the task, and until then fill the disk of the instance or the task''s ephemeral storage, which can stop it.'),
  ('ECS.5', 'risk', 3, 'ja', '管理されないファイルがたまる',
    'コンテナ自身のレイヤーに書き込まれたログや一時ファイルは、タスクとともに失われます。それまでの間はインスタンスのディスクやタスクのエフェメラルストレージを圧迫し、タスクの停止につながることもあります。'),
  ('ECS.5', 'countermeasure', 1, 'en', 'Make root file systems read-only',
    'Set readonlyRootFilesystem to true in every Linux container, sidecars too, and deploy the new revision.'),
  ('ECS.5', 'countermeasure', 1, 'ja', 'ルートファイルシステムを読み取り専用にする',
    'サイドカーを含むすべてのLinuxコンテナでreadonlyRootFilesystemをtrueにし、新しいリビジョンをデプロイします。'),
  ('ECS.5', 'countermeasure', 2, 'en', 'Give what is written a place of its own',
    'Mount a tmpfs over folders for temporary files such as /tmp, or a volume where data is shared or large. An empty volume belongs to root: for another user prepare the folder in the image. Send logs to standard output.'),
  ('ECS.5', 'countermeasure', 2, 'ja', '書き込み先を別に用意する',
    '/tmpなど一時ファイルのフォルダーにはtmpfsを、共有するデータや大きなデータにはボリュームをマウントします。空のボリュームの所有者はrootになるため、root以外のユーザーで書き込む場合は、イメージ側でフォルダーを準備します。ログは標準出力に送ります。'),
  ('ECS.5', 'countermeasure', 3, 'en', 'Try it first, and mind ECS Exec',
    'Run the image with a read-only root file system in a test environment and look for write errors, at start and under load. AWS does not support ECS Exec in such containers: its agent has to write there.'),
  ('ECS.5', 'countermeasure', 3, 'ja', '事前に試し、ECS Execへの影響を確認する',
    'テスト環境でルートファイルシステムを読み取り専用にして実行し、起動時と負荷がかかったときに書き込みエラーが出ないかを確認します。ECS Execはエージェントの書き込みが必要なため、このようなコンテナではサポートされません。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.5', 'read_only_root_filesystem', 'en',
    'All containers of {name} have read-only root file systems.'),
  ('ECS.5', 'read_only_root_filesystem', 'ja',
    '{name}のすべてのコンテナで、ルートファイルシステムが読み取り専用になっています。'),
  ('ECS.5', 'writable_root_filesystem', 'en',
    '{name} lets containers write to their root file systems: {subject}.'),
  ('ECS.5', 'writable_root_filesystem', 'ja',
    '{name}に、ルートファイルシステムに書き込めるコンテナがあります（対象：{subject}）。'),
  ('ECS.5', 'containers_unknown', 'en',
    'Nothing imported states the containers of {name}; if an older version imported it, import the exports again.'),
  ('ECS.5', 'containers_unknown', 'ja',
    '{name}のコンテナは、取り込んだデータに記載されていません。以前のバージョンで取り込んだ場合は、エクスポートを取り込み直してください。'),
  ('ECS.5', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.5', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.5', 'windows', 'en',
    '{name} runs Windows containers, which have no such setting.'),
  ('ECS.5', 'windows', 'ja',
    '{name}はWindowsコンテナを実行します。Windowsコンテナにはこの設定がありません。'),
  ('ECS.5', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('ECS.5', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.5', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.5', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。');

-- A revision cannot be changed: a new one is registered and deployed.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.5', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.5', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.5', 'default', 'console', 3, 'en', 'Choose Create new revision, then Create new revision with JSON.'),
  ('ECS.5', 'default', 'console', 4, 'en', 'In the containers {subject}, set "readonlyRootFilesystem" to true.'),
  ('ECS.5', 'default', 'console', 5, 'en', 'For each folder that a program in them writes to, add a tmpfs under "linuxParameters", such as "tmpfs": [{{"containerPath": "/tmp", "size": 64}]; the size is in MiB and counts as memory of the container. For large or shared data add a volume and a mount point instead.'),
  ('ECS.5', 'default', 'console', 6, 'en', 'Choose Create.'),
  ('ECS.5', 'default', 'console', 7, 'en', 'From the new revision choose Deploy, then Update service, for every service that uses {family}, and follow the deployment until it has completed. Schedules and pipelines that name a revision have to name the new one.'),
  ('ECS.5', 'default', 'cli', 1, 'en', '# Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# counts as their memory; change size and folders to what the programs write.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
        .readonlyRootFilesystem = true
        | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
            .linuxParameters.tmpfs += [{{containerPath: "/tmp", size: 64}]
          end
      end'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: every Linux container should say True.
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]'' \
  --output table'),
  ('ECS.5', 'default', 'terraform', 1, 'en', '# This registers a new revision; let the service refer to it by the ARN of this resource.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      readonlyRootFilesystem = true

      # One for each folder that is written to; the size is in MiB and counts as memory of the container.
      linuxParameters = {{
        tmpfs = [{{ containerPath = "/tmp", size = 64 }]
      }

      # other members unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.5', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.5', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.5', 'default', 'console', 3, 'ja', '「新しいリビジョンの作成」、「JSONを使用した新しいリビジョンの作成」の順に選択します。'),
  ('ECS.5', 'default', 'console', 4, 'ja', 'コンテナ{subject}の"readonlyRootFilesystem"をtrueに変更します。'),
  ('ECS.5', 'default', 'console', 5, 'ja', 'プログラムが書き込むフォルダーごとに、"linuxParameters"に"tmpfs": [{{"containerPath": "/tmp", "size": 64}]のようにtmpfsを追加します（sizeの単位はMiBで、コンテナのメモリを使用します）。大きなデータや共有するデータには、代わりにボリュームとマウントポイントを追加します。'),
  ('ECS.5', 'default', 'console', 6, 'ja', '「作成」を選択します。'),
  ('ECS.5', 'default', 'console', 7, 'ja', '「{family}」を使うすべてのサービスについて、新しいリビジョンから「デプロイ」、「サービスを更新」の順に選択し、デプロイの完了を確認します。リビジョンを指定しているスケジュールやパイプラインも、新しいリビジョンに変更してください。'),
  ('ECS.5', 'default', 'cli', 1, 'ja', '# ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
        .readonlyRootFilesystem = true
        | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
            .linuxParameters.tmpfs += [{{containerPath: "/tmp", size: 64}]
          end
      end'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：すべてのLinuxコンテナがTrueになっていること。
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]'' \
  --output table'),
  ('ECS.5', 'default', 'terraform', 1, 'ja', '# 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      readonlyRootFilesystem = true

      # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
      linuxParameters = {{
        tmpfs = [{{ containerPath = "/tmp", size = 64 }]
      }

      # その他の項目は変更しません
    },
  ])

  # その他の引数は変更しません
}');
