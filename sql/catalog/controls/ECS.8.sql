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
    'Fails when the latest active revision of a task definition has an environment variable named AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or ECS_ENGINE_AUTH_DATA. Whoever may read the definition can read the value too. Only names are judged; secrets under other names are not found.'),
  ('ECS.8', 'ja', 'シークレットは、コンテナの環境変数として渡さないでください',
    'タスク定義の最新のアクティブなリビジョンに、AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、ECS_ENGINE_AUTH_DATAのいずれかの名前の環境変数がある場合に不合格になります。タスク定義を閲覧できる人は、その値も読めてしまいます。確認するのは名前だけで、ほかの名前のシークレットは検出されません。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.8', 'risk', 1, 'en', 'Keys can be read by many',
    'The console, DescribeTaskDefinition and the environment inside the container show the value in the clear. Read-only access to ECS is enough to take it.'),
  ('ECS.8', 'risk', 1, 'ja', '多くの人がキーを読める',
    'コンソール、DescribeTaskDefinitionの応答、コンテナ内の環境変数では、値が平文で見えます。ECSの読み取り専用の権限だけで、キーを入手できます。'),
  ('ECS.8', 'risk', 2, 'en', 'Keys stay in old revisions',
    'A key that once stood in a revision can be read there until the revision is deleted; deregistering it is not enough. Pipelines, templates and Terraform state hold further copies.'),
  ('ECS.8', 'risk', 2, 'ja', '古いリビジョンに残り続ける',
    '一度記載されたキーは、リビジョンを削除するまで読み取れます。登録解除だけでは消えません。パイプライン、テンプレート、Terraformのステートにも複製が残ります。'),
  ('ECS.8', 'risk', 3, 'en', 'Keys that do not expire can be used from anywhere',
    'An access key of an IAM user is valid until someone deactivates it. Whoever has copied it can use it outside AWS, long after the container has ended.'),
  ('ECS.8', 'risk', 3, 'ja', '有効期限のないキーがどこからでも使われる',
    'IAMユーザーのアクセスキーは、無効化するまで有効です。複製を入手した人は、コンテナが終了したずっと後でも、AWSの外から使用できます。'),
  ('ECS.8', 'countermeasure', 1, 'en', 'Use the task role',
    'For calls to AWS a task role gives credentials that expire within hours and are renewed by themselves. The AWS SDKs find them without any setting, and no key is needed.'),
  ('ECS.8', 'countermeasure', 1, 'ja', 'タスクロールを使用する',
    'AWSの呼び出しにタスクロールを使用すると、数時間で期限が切れる認証情報が自動的に更新されます。AWS SDKは設定なしでそれを使用するため、キーは不要です。'),
  ('ECS.8', 'countermeasure', 2, 'en', 'Take other secrets from Secrets Manager or Parameter Store',
    'List them under secrets, with the ARN of the secret or parameter as valueFrom. They are fetched when the task starts. The execution role needs secretsmanager:GetSecretValue or ssm:GetParameters for them, and kms:Decrypt where a key of your own encrypts them.'),
  ('ECS.8', 'countermeasure', 2, 'ja', 'そのほかのシークレットはSecrets Managerかパラメータストアから取得する',
    'secretsに名前を挙げ、valueFromにシークレットまたはパラメータのARNを指定すると、タスクの開始時に取得されます。タスク実行ロールには、対象に対するsecretsmanager:GetSecretValueまたはssm:GetParametersの権限が、カスタマーマネージドキーで暗号化している場合はkms:Decryptの権限も必要です。'),
  ('ECS.8', 'countermeasure', 3, 'en', 'Give registry credentials to ECS, not to the container',
    'For a private registry name a secret in repositoryCredentials. ECS_ENGINE_AUTH_DATA is a setting of the agent on an instance; no container needs it.'),
  ('ECS.8', 'countermeasure', 3, 'ja', 'レジストリの認証情報はコンテナではなくECSに渡す',
    'プライベートレジストリの認証情報は、repositoryCredentialsでシークレットを指定して渡します。ECS_ENGINE_AUTH_DATAはインスタンスのエージェントの設定であり、コンテナには必要ありません。'),
  ('ECS.8', 'countermeasure', 4, 'en', 'Replace keys that were exposed',
    'A key does not become secret again by leaving the definition. Deactivate it in IAM, look in CloudTrail for use that nobody knows of, delete it, and delete the revisions that hold it.'),
  ('ECS.8', 'countermeasure', 4, 'ja', '露出したキーを置き換える',
    '定義から取り除いても、露出したキーは元には戻りません。IAMで無効化し、心当たりのない使用がないかをCloudTrailで確認してから削除します。キーを含むリビジョンも削除します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.8', 'no_secret_in_environment', 'en',
    'No container of {name} has an environment variable under one of the names that this control looks for.'),
  ('ECS.8', 'no_secret_in_environment', 'ja',
    '{name}のコンテナに、このコントロールが確認する名前の環境変数はありません。'),
  ('ECS.8', 'secret_in_environment', 'en',
    '{name} has environment variables whose names stand for credentials ({actual}), in: {subject}.'),
  ('ECS.8', 'secret_in_environment', 'ja',
    '{name}に、認証情報を表す名前の環境変数（{actual}）があります（対象：{subject}）。'),
  ('ECS.8', 'containers_unknown', 'en',
    'Nothing imported states the containers of {name}; if an older version imported it, import the exports again.'),
  ('ECS.8', 'containers_unknown', 'ja',
    '{name}のコンテナは、取り込んだデータに記載されていません。以前のバージョンで取り込んだ場合は、エクスポートを取り込み直してください。'),
  ('ECS.8', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.8', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.8', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('ECS.8', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.8', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.8', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。');

-- A revision cannot be changed: a new one is registered and deployed.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.8', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.8', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.8', 'default', 'console', 3, 'en', 'Choose Create new revision, then Create new revision with JSON.'),
  ('ECS.8', 'default', 'console', 4, 'en', 'In the containers {subject}, delete the variables {actual} from "environment".'),
  ('ECS.8', 'default', 'console', 5, 'en', 'Set "taskRoleArn" to a role with the permissions that the program needs in AWS. If it needs another secret, store that in Secrets Manager or Parameter Store, list it under "secrets" with its ARN as "valueFrom", and let the execution role read it.'),
  ('ECS.8', 'default', 'console', 6, 'en', 'Choose Create.'),
  ('ECS.8', 'default', 'console', 7, 'en', 'From the new revision choose Deploy, then Update service, for every service that uses {family}, and follow the deployment until it has completed. Schedules and pipelines that name a revision have to name the new one.'),
  ('ECS.8', 'default', 'console', 8, 'en', 'In IAM, deactivate the access keys that were exposed, and delete them once nothing has missed them. Keys of other kinds are replaced where they were issued.'),
  ('ECS.8', 'default', 'console', 9, 'en', 'Under Task definitions, deregister the revisions of {family} that hold the key, and then delete them. A service cannot be rolled back to them any more.'),
  ('ECS.8', 'default', 'cli', 1, 'en', '# Register a revision whose containers get their rights from a task role instead of keys, and deploy it. This
# needs jq, which AWS CloudShell has. Fill in the three names in <>, and run the commands from update-service on
# for every service of this family. A service that CodeDeploy or an external controller deploys takes the new
# revision in a deployment there instead.
# A task role that the definition already names stays: give it the permissions that the key had and the program
# needs. Where a program needs another secret, store it in Secrets Manager and add it under secrets.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''
task_role=''<TASK_ROLE_ARN>''
names={actual|shell}

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq --arg role "$task_role" --arg names "$names" ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | ($names | split(", ")) as $leaked
    | del(.containerDefinitions[].environment[]? | select(.name | IN($leaked[])))
    | .taskRoleArn = (.taskRoleArn // $role)'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: these names of variables are left; none should stand for credentials.
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].environment[].name'' \
  --output text'),
  ('ECS.8', 'default', 'cli', 2, 'en', '# When every service, schedule and pipeline runs without the key: see whose it is and when it was last used, and
# deactivate it. Its ID is the value of AWS_ACCESS_KEY_ID in the old revision. Keys of other kinds are replaced where
# they were issued.
region={region|shell}
family={family|shell}
old={name|shell}
key=''<ACCESS_KEY_ID>''

user=$(aws iam get-access-key-last-used --access-key-id "$key" --query UserName --output text)
aws iam get-access-key-last-used --access-key-id "$key"
aws iam update-access-key --user-name "$user" --access-key-id "$key" --status Inactive

# The old revisions still show the key. These are all of the family, also those that were deregistered:
aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status ACTIVE
aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status INACTIVE

# Once nothing has missed the key, delete it, and deregister and delete each revision that holds it. Neither comes
# back, and no service can be rolled back to such a revision.
# aws iam delete-access-key --user-name "$user" --access-key-id "$key"
# aws ecs deregister-task-definition --region "$region" --task-definition "$old"
# aws ecs delete-task-definitions --region "$region" --task-definitions "$old"'),
  ('ECS.8', 'default', 'terraform', 1, 'en', '# This registers a new revision; let the service refer to it by the ARN of this resource.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # Credentials for AWS come from this role, not from keys.
  task_role_arn = "<TASK_ROLE_ARN>"

  # With secrets: this role may read them (secretsmanager:GetSecretValue or ssm:GetParameters, kms:Decrypt).
  execution_role_arn = "<EXECUTION_ROLE_ARN>"

  container_definitions = jsonencode([
    {{
      # environment: without the keys

      # Only where a program needs a secret of another kind.
      secrets = [
        {{ name = "<NAME>", valueFrom = "<SECRET_OR_PARAMETER_ARN>" },
      ]

      # other members unchanged
    },
  ])

  # other arguments unchanged
}'),
  ('ECS.8', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.8', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.8', 'default', 'console', 3, 'ja', '「新しいリビジョンの作成」、「JSONを使用した新しいリビジョンの作成」の順に選択します。'),
  ('ECS.8', 'default', 'console', 4, 'ja', 'コンテナ{subject}の"environment"から、変数{actual}を削除します。'),
  ('ECS.8', 'default', 'console', 5, 'ja', '"taskRoleArn"に、プログラムがAWSで必要とする権限を持つロールを指定します。ほかのシークレットが必要な場合は、Secrets Managerかパラメータストアに保存し、"secrets"で"valueFrom"にそのARNを指定して、タスク実行ロールに読み取りを許可します。'),
  ('ECS.8', 'default', 'console', 6, 'ja', '「作成」を選択します。'),
  ('ECS.8', 'default', 'console', 7, 'ja', '「{family}」を使うすべてのサービスについて、新しいリビジョンから「デプロイ」、「サービスを更新」の順に選択し、デプロイの完了を確認します。リビジョンを指定しているスケジュールやパイプラインも、新しいリビジョンに変更してください。'),
  ('ECS.8', 'default', 'console', 8, 'ja', 'IAMで、露出したアクセスキーを無効化し、影響がないことを確認してから削除します。AWS以外のキーは、発行元で置き換えます。'),
  ('ECS.8', 'default', 'console', 9, 'ja', '「タスク定義」で、キーを含む「{family}」のリビジョンを登録解除してから削除します。以後、サービスをそれらのリビジョンに戻すことはできません。'),
  ('ECS.8', 'default', 'cli', 1, 'ja', '# キーの代わりにタスクロールで権限を与えるリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# すでに指定されているタスクロールは変更しません。キーが持っていた権限のうち、プログラムに必要なものをロールに付与してください。
# ほかのシークレットが必要な場合は、Secrets Managerに保存し、secretsに追加してください。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''
task_role=''<TASK_ROLE_ARN>''
names={actual|shell}

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq --arg role "$task_role" --arg names "$names" ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | ($names | split(", ")) as $leaked
    | del(.containerDefinitions[].environment[]? | select(.name | IN($leaked[])))
    | .taskRoleArn = (.taskRoleArn // $role)'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：残った変数の名前です。認証情報を表すものがないこと。
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.containerDefinitions[].environment[].name'' \
  --output text'),
  ('ECS.8', 'default', 'cli', 2, 'ja', '# すべてのサービス、スケジュール、パイプラインがキーなしで動くようになったら、キーの所有者と最終使用日時を確認し、無効化します。
# キーIDは、古いリビジョンのAWS_ACCESS_KEY_IDの値です。AWS以外のキーは、発行元で置き換えてください。
region={region|shell}
family={family|shell}
old={name|shell}
key=''<ACCESS_KEY_ID>''

user=$(aws iam get-access-key-last-used --access-key-id "$key" --query UserName --output text)
aws iam get-access-key-last-used --access-key-id "$key"
aws iam update-access-key --user-name "$user" --access-key-id "$key" --status Inactive

# 古いリビジョンには、まだキーが残っています。ファミリーのすべてのリビジョン（登録解除済みのものを含む）を確認します。
aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status ACTIVE
aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status INACTIVE

# 影響がないことを確認できたら、キーを削除し、キーを含むリビジョンをすべて登録解除して削除します。どちらも元に戻せず、
# サービスをそれらのリビジョンに戻すこともできなくなります。
# aws iam delete-access-key --user-name "$user" --access-key-id "$key"
# aws ecs deregister-task-definition --region "$region" --task-definition "$old"
# aws ecs delete-task-definitions --region "$region" --task-definitions "$old"'),
  ('ECS.8', 'default', 'terraform', 1, 'ja', '# 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  # AWSの認証情報は、キーではなくこのロールから取得します
  task_role_arn = "<TASK_ROLE_ARN>"

  # secretsを使う場合、このロールに読み取りの権限が必要です（secretsmanager:GetSecretValueまたはssm:GetParameters、kms:Decrypt）
  execution_role_arn = "<EXECUTION_ROLE_ARN>"

  container_definitions = jsonencode([
    {{
      # environmentからはキーを取り除きます

      # ほかのシークレットが必要な場合だけ指定します
      secrets = [
        {{ name = "<NAME>", valueFrom = "<SECRET_OR_PARAMETER_ARN>" },
      ]

      # その他の項目は変更しません
    },
  ])

  # その他の引数は変更しません
}');
