-- ECS.8: Secrets should not be passed as container environment variables.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.8', 'aws', 16, 'control_ECS_8', 'HIGH',
    'Protect > Secure development > Credentials not hard-coded', 'AWS::ECS::TaskDefinition',
    'ecs-no-environment-secrets', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.8', 'nist-800-53-r5', 'CA-9(1)'),
  ('ECS.8', 'nist-800-53-r5', 'CM-2'),
  ('ECS.8', 'pci-dss-4.0.1', '8.6.2'),
  ('ECS.8', 'aws-fsbp', 'ECS.8');

insert into control_parameter (control_id, name, since, value, source) values
  ('ECS.8', 'secretKeys', '2017-11-29', 'AWS_ACCESS_KEY_ID,AWS_SECRET_ACCESS_KEY,ECS_ENGINE_AUTH_DATA',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.8', 'no_secret_in_environment', 'PASSED'),
  ('ECS.8', 'secret_in_environment', 'FAILED'),
  ('ECS.8', 'containers_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.8', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.8', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.8', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.8', 'en', 'Secrets should not be passed as container environment variables',
    'Fails when an environment variable is named AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or ECS_ENGINE_AUTH_DATA. Whoever may read the task definition could read its value too.'),
  ('ECS.8', 'ja', 'シークレットは、コンテナの環境変数として渡さないでください',
    'AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、ECS_ENGINE_AUTH_DATAのいずれかの名前の環境変数がある場合に不合格になります。タスク定義を閲覧できる人は、その値も読めてしまいます。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.8', 'risk', 1, 'en', 'Keys are readable by many',
    'Whoever may describe task definitions, open the console or list the environment in a container reads the key.'),
  ('ECS.8', 'risk', 1, 'ja', '多くの人がキーを読める',
    'タスク定義の参照、コンソールの閲覧、コンテナ内の環境変数の一覧ができる人は、誰でもキーを読み取れます。'),
  ('ECS.8', 'risk', 2, 'en', 'Keys stay in old revisions',
    'A key that once stood in a revision stays there until the revision is deleted.'),
  ('ECS.8', 'risk', 2, 'ja', '古いリビジョンに残り続ける',
    '一度記載されたキーは、そのリビジョンを削除するまで残り続けます。'),
  ('ECS.8', 'risk', 3, 'en', 'Long-lived keys are seldom changed',
    'Keys written into definitions tend to live for years, in copies that no one knows of.'),
  ('ECS.8', 'risk', 3, 'ja', '長期間変更されない',
    '定義に書き込まれたキーは、所在の分からない複製とともに、何年も使われ続けがちです。'),
  ('ECS.8', 'countermeasure', 1, 'en', 'Use the task role',
    'For calls to AWS a task role gives credentials that are renewed by themselves; no key is needed.'),
  ('ECS.8', 'countermeasure', 1, 'ja', 'タスクロールを使用する',
    'AWSの呼び出しには、認証情報が自動的に更新されるタスクロールを使用すれば、キーは不要です。'),
  ('ECS.8', 'countermeasure', 2, 'en', 'Take secrets from Secrets Manager',
    'Other secrets are named in secrets, with the ARN of a secret or parameter, and fetched when the task starts.'),
  ('ECS.8', 'countermeasure', 2, 'ja', 'Secrets Managerから取得する',
    'そのほかのシークレットは、secretsにSecrets ManagerまたはパラメータストアのARNを指定し、タスクの開始時に取得します。'),
  ('ECS.8', 'countermeasure', 3, 'en', 'Replace keys that were exposed',
    'Deactivate the key in IAM and delete the revisions that hold it.'),
  ('ECS.8', 'countermeasure', 3, 'ja', '露出したキーを無効にする',
    'IAMでキーを無効化し、そのキーを含むリビジョンを削除します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.8', 'no_secret_in_environment', 'en',
    'No container of {name} has an environment variable of a name that stands for credentials.'),
  ('ECS.8', 'no_secret_in_environment', 'ja',
    '{name}のコンテナに、認証情報を表す名前の環境変数はありません。'),
  ('ECS.8', 'secret_in_environment', 'en',
    '{name} hands over credentials in environment variables ({actual}) to: {subject}.'),
  ('ECS.8', 'secret_in_environment', 'ja',
    '{name}は、環境変数（{actual}）で認証情報を渡しています（対象: {subject}）。'),
  ('ECS.8', 'containers_unknown', 'en',
    'What {name} says of its containers was not stored: it was imported by an earlier release.'),
  ('ECS.8', 'containers_unknown', 'ja',
    '{name}のコンテナの内容は、以前のリリースで取り込まれたため保存されていません。'),
  ('ECS.8', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.8', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.8', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.8', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.8', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.8', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.8', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.8', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family}.'),
  ('ECS.8', 'default', 'console', 3, 'en', 'Choose the latest revision, then Create new revision and Create new revision with JSON.'),
  ('ECS.8', 'default', 'console', 4, 'en', 'In the JSON, delete the variables {actual} from "environment" in the containers {subject}; give the task a task role, or name the secret in "secrets".'),
  ('ECS.8', 'default', 'console', 5, 'en', 'Choose Create, then update each service that uses the family to the new revision and follow its deployment.'),
  ('ECS.8', 'default', 'console', 6, 'en', 'In IAM, deactivate the keys that were exposed. Then deregister and delete the revisions that hold them.'),
  ('ECS.8', 'default', 'cli', 1, 'en', '# Register a changed revision and deploy it. This needs jq, which AWS CloudShell has. Fill in the two names in <>,
# and run the last commands for every service of this family.
# The task role takes the place of the keys.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].environment |= map(select(.name | IN("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA") | not))'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Deactivate the key, and delete the revision that still holds it.
aws iam update-access-key --user-name ''<USER>'' --access-key-id ''<ACCESS_KEY_ID>'' --status Inactive
aws ecs deregister-task-definition --region {region|shell} --task-definition {name|shell}
aws ecs delete-task-definitions --region {region|shell} --task-definitions {name|shell}'),
  ('ECS.8', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  task_role_arn = "<TASK_ROLE_ARN>"

  container_definitions = jsonencode([
    {{
      secrets = [
        {{ name = "<NAME>", valueFrom = "<SECRET_ARN>" },
      ]

      # other arguments unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.8', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.8', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}を選択します。'),
  ('ECS.8', 'default', 'console', 3, 'ja', '最新のリビジョンを選択し、［新しいリビジョンの作成］、［JSONを使用した新しいリビジョンの作成］の順に選択します。'),
  ('ECS.8', 'default', 'console', 4, 'ja', 'JSONで、コンテナ{subject}の"environment"から変数{actual}を削除します。代わりに、タスクロールを設定するか、"secrets"でシークレットを指定します。'),
  ('ECS.8', 'default', 'console', 5, 'ja', '［作成］を選択します。続いて、このファミリーを使用する各サービスを新しいリビジョンに更新し、デプロイの完了を確認します。'),
  ('ECS.8', 'default', 'console', 6, 'ja', 'IAMで、露出したキーを無効化します。その後、キーを含むリビジョンを登録解除し、削除します。'),
  ('ECS.8', 'default', 'cli', 1, 'ja', '# 変更したリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、デプロイ以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# キーの代わりにタスクロールを使用します。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .containerDefinitions[].environment |= map(select(.name | IN("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA") | not))'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# キーを無効化し、キーが残っているリビジョンを削除します。
aws iam update-access-key --user-name ''<USER>'' --access-key-id ''<ACCESS_KEY_ID>'' --status Inactive
aws ecs deregister-task-definition --region {region|shell} --task-definition {name|shell}
aws ecs delete-task-definitions --region {region|shell} --task-definitions {name|shell}'),
  ('ECS.8', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  task_role_arn = "<TASK_ROLE_ARN>"

  container_definitions = jsonencode([
    {{
      secrets = [
        {{ name = "<NAME>", valueFrom = "<SECRET_ARN>" },
      ]

      # 他の引数は変更しません
    },
  ])

  # 他の引数は変更しません
}');
