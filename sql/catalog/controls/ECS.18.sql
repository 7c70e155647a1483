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
    'タスク定義の最新の有効なリビジョンに、通信を暗号化せずにマウントするEFSボリュームがある場合に不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.18', 'risk', 1, 'en', 'Data can be read on its way',
    'Without encryption in transit, what travels between the task and the file system can be read or changed in the network.'),
  ('ECS.18', 'risk', 1, 'ja', '通信中のデータを読み取られる',
    '転送時の暗号化がないと、タスクとファイルシステムの間の通信を、ネットワーク上で読み取られたり改ざんされたりするおそれがあります。'),
  ('ECS.18', 'risk', 2, 'en', 'IAM authorisation is not possible',
    'Access points with IAM authorisation need encryption in transit.'),
  ('ECS.18', 'risk', 2, 'ja', 'IAM認可を使用できない',
    'アクセスポイントのIAM認可を使用するには、転送時の暗号化が必要です。'),
  ('ECS.18', 'countermeasure', 1, 'en', 'Encrypt in transit',
    'Set transitEncryption to ENABLED for every EFS volume.'),
  ('ECS.18', 'countermeasure', 1, 'ja', '転送時に暗号化する',
    'すべてのEFSボリュームで、transitEncryptionをENABLEDに設定します。'),
  ('ECS.18', 'countermeasure', 2, 'en', 'Let the file system insist',
    'A file system policy can refuse clients that do not encrypt.'),
  ('ECS.18', 'countermeasure', 2, 'ja', 'ファイルシステム側で強制する',
    'ファイルシステムポリシーで、暗号化しないクライアントを拒否できます。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.18', 'efs_encrypted', 'en',
    'All EFS volumes of {name} are encrypted in transit.'),
  ('ECS.18', 'efs_encrypted', 'ja',
    '{name}のすべてのEFSボリュームで、転送時の暗号化が有効です。'),
  ('ECS.18', 'efs_not_encrypted', 'en',
    '{name} has EFS volumes without encryption in transit: {subject}.'),
  ('ECS.18', 'efs_not_encrypted', 'ja',
    '{name}に、転送時の暗号化が有効でないEFSボリュームがあります（対象: {subject}）。'),
  ('ECS.18', 'containers_unknown', 'en',
    'What {name} says of its containers was not stored: it was imported by an earlier release.'),
  ('ECS.18', 'containers_unknown', 'ja',
    '{name}のコンテナの内容は、以前のリリースで取り込まれたため保存されていません。'),
  ('ECS.18', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.18', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.18', 'no_efs_volume', 'en',
    '{name} has no EFS volume.'),
  ('ECS.18', 'no_efs_volume', 'ja',
    '{name}に、EFSボリュームはありません。'),
  ('ECS.18', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.18', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.18', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.18', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.18', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.18', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family}.'),
  ('ECS.18', 'default', 'console', 3, 'en', 'Choose the latest revision, then Create new revision and Create new revision with JSON.'),
  ('ECS.18', 'default', 'console', 4, 'en', 'In the JSON, set "transitEncryption" to "ENABLED" in the "efsVolumeConfiguration" of the volumes {subject}.'),
  ('ECS.18', 'default', 'console', 5, 'en', 'Choose Create, then update each service that uses the family to the new revision and follow its deployment.'),
  ('ECS.18', 'default', 'cli', 1, 'en', '# Fetch the latest revision of the family.
aws ecs describe-task-definition \
  --region {region|shell} \
  --task-definition {family|shell} \
  --query taskDefinition > task-definition.json
# Every EFS volume is encrypted in transit.
jq ''del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities, .registeredAt, .registeredBy)
  | (.volumes[] | select(.efsVolumeConfiguration) | .efsVolumeConfiguration.transitEncryption) = "ENABLED"'' task-definition.json > new-revision.json
aws ecs register-task-definition \
  --region {region|shell} \
  --cli-input-json file://new-revision.json

# Let each service that uses the family take the new revision.
aws ecs update-service \
  --region {region|shell} \
  --cluster ''<CLUSTER>'' \
  --service ''<SERVICE>'' \
  --task-definition {family|shell}'),
  ('ECS.18', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  volume {{
    name = "<VOLUME>"

    efs_volume_configuration {{
      file_system_id     = "<FILE_SYSTEM_ID>"
      transit_encryption = "ENABLED"
    }
  }

  # other arguments unchanged
}'),
  ('ECS.18', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.18', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}を選択します。'),
  ('ECS.18', 'default', 'console', 3, 'ja', '最新のリビジョンを選択し、［新しいリビジョンの作成］、［JSONを使用した新しいリビジョンの作成］の順に選択します。'),
  ('ECS.18', 'default', 'console', 4, 'ja', 'JSONで、ボリューム{subject}の"efsVolumeConfiguration"に"transitEncryption": "ENABLED"を設定します。'),
  ('ECS.18', 'default', 'console', 5, 'ja', '［作成］を選択します。続いて、このファミリーを使用する各サービスを新しいリビジョンに更新し、デプロイの完了を確認します。'),
  ('ECS.18', 'default', 'cli', 1, 'ja', '# ファミリーの最新のリビジョンを取得します。
aws ecs describe-task-definition \
  --region {region|shell} \
  --task-definition {family|shell} \
  --query taskDefinition > task-definition.json
# すべてのEFSボリュームで、転送時の暗号化を有効にします。
jq ''del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities, .registeredAt, .registeredBy)
  | (.volumes[] | select(.efsVolumeConfiguration) | .efsVolumeConfiguration.transitEncryption) = "ENABLED"'' task-definition.json > new-revision.json
aws ecs register-task-definition \
  --region {region|shell} \
  --cli-input-json file://new-revision.json

# このファミリーを使用する各サービスを、新しいリビジョンに更新します。
aws ecs update-service \
  --region {region|shell} \
  --cluster ''<CLUSTER>'' \
  --service ''<SERVICE>'' \
  --task-definition {family|shell}'),
  ('ECS.18', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  volume {{
    name = "<VOLUME>"

    efs_volume_configuration {{
      file_system_id     = "<FILE_SYSTEM_ID>"
      transit_encryption = "ENABLED"
    }
  }

  # 他の引数は変更しません
}');
