-- ECS.18: ECS Task Definitions should use in-transit encryption for EFS volumes.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.18', 'aws', 24, 'control_ECS_18', 'MEDIUM',
    'Protect > Encryption of data-in-transit', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-efs-encryption-enabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.18', 'aws-fsbp', 'ECS.18');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.18', 'efs_encrypted', 'PASSED'),
  ('ECS.18', 'efs_not_encrypted', 'FAILED'),
  ('ECS.18', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.18', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.18', 'no_efs_volume', 'NOT_APPLICABLE'),
  ('ECS.18', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.18', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.18', 'en', 'ECS Task Definitions should use in-transit encryption for EFS volumes',
    'Fails when the latest active revision of a task definition mounts an EFS volume without encrypting the traffic to it.'),
  ('ECS.18', 'ja', 'ECSタスク定義では、EFSボリュームの転送時の暗号化を使用する必要があります',
    'タスク定義の最新のアクティブなリビジョンに、通信を暗号化せずにマウントするEFSボリュームがある場合に不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.18', 'risk', 1, 'en', 'Files cross the network in the clear',
    'Without encryption in transit, tasks speak plain NFS with the file system. Whoever can read or mirror that traffic reads the files with it.'),
  ('ECS.18', 'risk', 1, 'ja', 'ファイルが平文でネットワークを流れる',
    '転送時の暗号化がないと、タスクとファイルシステムは暗号化されていないNFSで通信します。その通信を傍受またはミラーリングできる相手には、ファイルの内容も読まれてしまいます。'),
  ('ECS.18', 'risk', 2, 'en', 'Nobody proves who is who',
    'Encryption in transit also lets the client check the server, and IAM authorization of the mount works only with it. Without it, whatever reaches the mount target may mount.'),
  ('ECS.18', 'risk', 2, 'ja', '相手を確認できない',
    '転送時の暗号化には、接続先のサーバーを検証する役割もあります。また、マウントのIAM認証は暗号化が有効な場合にだけ使えます。暗号化がなければ、マウントターゲットに到達できるものは何でもマウントできてしまいます。'),
  ('ECS.18', 'countermeasure', 1, 'en', 'Enable encryption in transit in every EFS volume',
    'Register a revision of the task definition in which each EFS volume has transitEncryption ENABLED, and deploy it. The file system itself needs no change.'),
  ('ECS.18', 'countermeasure', 1, 'ja', 'すべてのEFSボリュームで転送時の暗号化を有効にする',
    '各EFSボリュームのtransitEncryptionをENABLEDにしたリビジョンを登録し、デプロイします。ファイルシステム側の変更は必要ありません。'),
  ('ECS.18', 'countermeasure', 2, 'en', 'Let the file system refuse the rest',
    'A file system policy that denies requests where aws:SecureTransport is false turns away unencrypted mounts, whoever makes them. Put it in place once all clients are encrypted.'),
  ('ECS.18', 'countermeasure', 2, 'ja', 'ファイルシステム側で暗号化されていない接続を拒否する',
    'aws:SecureTransportがfalseのリクエストを拒否するファイルシステムポリシーを設定すると、暗号化されていないマウントをすべて拒否できます。すべてのクライアントを暗号化してから適用します。'),
  ('ECS.18', 'countermeasure', 3, 'en', 'Authorize the mount with IAM and access points',
    'With encryption in place, set iam to ENABLED and give each application an access point of its own, so that a task sees only its own directory.'),
  ('ECS.18', 'countermeasure', 3, 'ja', 'IAMとアクセスポイントでマウントを制限する',
    '暗号化を有効にしたうえで、iamをENABLEDにし、アプリケーションごとにアクセスポイントを用意します。タスクからは自分のディレクトリだけが見えるようになります。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.18', 'efs_not_encrypted', 'en', '{name} has EFS volumes without encryption in transit: {subject}.'),
  ('ECS.18', 'efs_not_encrypted', 'ja', '{name}には、転送時の暗号化が有効になっていないEFSボリュームがあります（{subject}）。'),
  ('ECS.18', 'efs_encrypted', 'en', '{name} encrypts the traffic of all its EFS volumes.'),
  ('ECS.18', 'efs_encrypted', 'ja', '{name}では、すべてのEFSボリュームで転送時の暗号化が有効になっています。'),
  ('ECS.18', 'containers_unknown', 'en',
    'Nothing imported states the volumes of {name}; if an older version imported it, import the exports again.'),
  ('ECS.18', 'containers_unknown', 'ja',
    '{name}のボリュームは、取り込んだデータに記載されていません。以前のバージョンで取り込んだ場合は、エクスポートを取り込み直してください。'),
  ('ECS.18', 'no_efs_volume', 'en', '{name} uses no EFS volume.'),
  ('ECS.18', 'no_efs_volume', 'ja', '{name}はEFSボリュームを使用していません。'),
  ('ECS.18', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.18', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.18', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.18', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。'),
  ('ECS.18', 'inactive', 'en', '{name} is inactive or deleted.'),
  ('ECS.18', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');

-- A revision cannot be changed: a new one is registered and deployed.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.18', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.18', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.18', 'default', 'console', 3, 'en', 'Choose Create new revision, then Create new revision with JSON.'),
  ('ECS.18', 'default', 'console', 4, 'en', 'Under volumes, find {subject}. In efsVolumeConfiguration of each, set "transitEncryption" to "ENABLED".'),
  ('ECS.18', 'default', 'console', 5, 'en', 'Choose Create.'),
  ('ECS.18', 'default', 'console', 6, 'en', 'From the new revision choose Deploy, then Update service, for every service that uses {family}. Make sure that the security groups still let the tasks reach the mount targets on TCP port 2049.'),
  ('ECS.18', 'default', 'cli', 1, 'en', '# Register a revision in which every EFS volume is encrypted in transit, and deploy it. This needs jq, which AWS
# CloudShell has. Fill in the two names in <>, and run the commands from update-service on for every service of
# this family. A service that CodeDeploy or an external controller deploys takes the new revision in a deployment
# there instead.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | (.volumes[]? | .efsVolumeConfiguration | select(.) | .transitEncryption) = "ENABLED"'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: every EFS volume should say ENABLED.
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.volumes[?efsVolumeConfiguration].[name,efsVolumeConfiguration.transitEncryption]'' \
  --output table'),
  ('ECS.18', 'default', 'terraform', 1, 'en', '# This registers a new revision; let the service refer to it by the ARN of this resource.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # the same for every EFS volume
  volume {{
    name = "<VOLUME>"

    efs_volume_configuration {{
      file_system_id     = "<FILE_SYSTEM_ID>"
      transit_encryption = "ENABLED"

      # other arguments unchanged
    }
  }

  # other arguments unchanged
}'),
  ('ECS.18', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.18', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.18', 'default', 'console', 3, 'ja', '「新しいリビジョンの作成」、「JSONを使用した新しいリビジョンの作成」の順に選択します。'),
  ('ECS.18', 'default', 'console', 4, 'ja', 'volumesの中から{subject}を探し、それぞれのefsVolumeConfigurationで"transitEncryption"に"ENABLED"を指定します。'),
  ('ECS.18', 'default', 'console', 5, 'ja', '「作成」を選択します。'),
  ('ECS.18', 'default', 'console', 6, 'ja', '「{family}」を使うすべてのサービスについて、新しいリビジョンから「デプロイ」、「サービスを更新」の順に選択します。タスクからマウントターゲットのTCPポート2049への通信を、セキュリティグループが引き続き許可していることを確認してください。'),
  ('ECS.18', 'default', 'cli', 1, 'ja', '# すべてのEFSボリュームで転送時の暗号化を有効にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
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
    | (.volumes[]? | .efsVolumeConfiguration | select(.) | .transitEncryption) = "ENABLED"'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：すべてのEFSボリュームがENABLEDになっていること。
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.volumes[?efsVolumeConfiguration].[name,efsVolumeConfiguration.transitEncryption]'' \
  --output table'),
  ('ECS.18', 'default', 'terraform', 1, 'ja', '# 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # すべてのEFSボリュームに同じ設定をします
  volume {{
    name = "<VOLUME>"

    efs_volume_configuration {{
      file_system_id     = "<FILE_SYSTEM_ID>"
      transit_encryption = "ENABLED"

      # その他の引数は変更しません
    }
  }

  # その他の引数は変更しません
}');
