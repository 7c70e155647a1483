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
    'Fails when a Linux container may write to its own root file system, where an intruder could leave tools behind. Windows containers have no such setting and are out of scope.'),
  ('ECS.5', 'ja', 'ECSタスク定義では、コンテナのアクセスをルートファイルシステムへの読み取り専用に制限する必要があります',
    'Linuxコンテナが自身のルートファイルシステムに書き込める場合に不合格になります。侵入者がツールを残す余地になるためです。Windowsコンテナにはこの設定がないため、対象外です。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.5', 'risk', 1, 'en', 'Tools can be left behind',
    'An intruder who may write to the root file system can replace programs and install tools there.'),
  ('ECS.5', 'risk', 1, 'ja', '不正なツールを残される',
    'ルートファイルシステムに書き込めると、侵入者はプログラムを置き換えたり、ツールを設置したりできます。'),
  ('ECS.5', 'risk', 2, 'en', 'What runs is no longer what was tested',
    'Files changed at run time differ from the image that was scanned and approved.'),
  ('ECS.5', 'risk', 2, 'ja', '検証済みのイメージと異なる状態になる',
    '実行中に変更されたファイルは、スキャンと承認を経たイメージの内容と一致しなくなります。'),
  ('ECS.5', 'countermeasure', 1, 'en', 'Make root file systems read-only',
    'Set readonlyRootFilesystem to true in every Linux container.'),
  ('ECS.5', 'countermeasure', 1, 'ja', 'ルートファイルシステムを読み取り専用にする',
    'すべてのLinuxコンテナで、readonlyRootFilesystemをtrueに設定します。'),
  ('ECS.5', 'countermeasure', 2, 'en', 'Mount what has to be written',
    'Give temporary files a volume or tmpfs of their own, and send logs to standard output.'),
  ('ECS.5', 'countermeasure', 2, 'ja', '書き込み先を別に用意する',
    '一時ファイルにはボリュームかtmpfsをマウントし、ログは標準出力に送ります。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.5', 'read_only_root_filesystem', 'en',
    'All containers of {name} have read-only root file systems.'),
  ('ECS.5', 'read_only_root_filesystem', 'ja',
    '{name}のすべてのコンテナで、ルートファイルシステムが読み取り専用です。'),
  ('ECS.5', 'writable_root_filesystem', 'en',
    '{name} lets containers write to their root file systems: {subject}.'),
  ('ECS.5', 'writable_root_filesystem', 'ja',
    '{name}では、コンテナのルートファイルシステムに書き込みができます（対象: {subject}）。'),
  ('ECS.5', 'containers_unknown', 'en',
    'What {name} says of its containers was not stored: it was imported by an earlier release.'),
  ('ECS.5', 'containers_unknown', 'ja',
    '{name}のコンテナの内容は、以前のリリースで取り込まれたため保存されていません。'),
  ('ECS.5', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.5', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.5', 'windows', 'en',
    '{name} runs Windows containers, which have no such setting.'),
  ('ECS.5', 'windows', 'ja',
    '{name}はWindowsコンテナを実行するため、この設定の対象になりません。'),
  ('ECS.5', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.5', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.5', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.5', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.5', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.5', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family}.'),
  ('ECS.5', 'default', 'console', 3, 'en', 'Choose the latest revision, then Create new revision and Create new revision with JSON.'),
  ('ECS.5', 'default', 'console', 4, 'en', 'In the JSON, set "readonlyRootFilesystem" to true in the containers {subject}.'),
  ('ECS.5', 'default', 'console', 5, 'en', 'Where a container has to write somewhere, add a volume and a mount point for that folder.'),
  ('ECS.5', 'default', 'console', 6, 'en', 'Choose Create, then update each service that uses the family to the new revision and follow its deployment.'),
  ('ECS.5', 'default', 'cli', 1, 'en', '# Register a changed revision and deploy it. This needs jq, which AWS CloudShell has. Fill in the two names in <>,
# and run the last commands for every service of this family.
# Try this in staging first: folders that are written to need volumes of their own.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].readonlyRootFilesystem = true'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.5', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      readonlyRootFilesystem = true

      # other arguments unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.5', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.5', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}を選択します。'),
  ('ECS.5', 'default', 'console', 3, 'ja', '最新のリビジョンを選択し、［新しいリビジョンの作成］、［JSONを使用した新しいリビジョンの作成］の順に選択します。'),
  ('ECS.5', 'default', 'console', 4, 'ja', 'JSONで、コンテナ{subject}の"readonlyRootFilesystem"をtrueに変更します。'),
  ('ECS.5', 'default', 'console', 5, 'ja', '書き込みが必要なフォルダーには、ボリュームとマウントポイントを追加します。'),
  ('ECS.5', 'default', 'console', 6, 'ja', '［作成］を選択します。続いて、このファミリーを使用する各サービスを新しいリビジョンに更新し、デプロイの完了を確認します。'),
  ('ECS.5', 'default', 'cli', 1, 'ja', '# 変更したリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、デプロイ以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# 書き込みが必要なフォルダーにはボリュームが必要です。先に検証環境で確認してください。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].readonlyRootFilesystem = true'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.5', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  container_definitions = jsonencode([
    {{
      readonlyRootFilesystem = true

      # 他の引数は変更しません
    },
  ])

  # 他の引数は変更しません
}');
