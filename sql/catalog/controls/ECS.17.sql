-- ECS.17: ECS task definitions should not use host network mode.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.17', 'aws', 23, 'control_ECS_17', 'MEDIUM',
    'Protect > Secure network configuration', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-network-mode-not-host', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.17', 'nist-800-53-r5', 'AC-2(1)'),
  ('ECS.17', 'nist-800-53-r5', 'AC-3'),
  ('ECS.17', 'nist-800-53-r5', 'AC-3(15)'),
  ('ECS.17', 'nist-800-53-r5', 'AC-3(7)'),
  ('ECS.17', 'nist-800-53-r5', 'AC-5'),
  ('ECS.17', 'nist-800-53-r5', 'AC-6');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.17', 'network_not_host', 'PASSED'),
  ('ECS.17', 'host_network', 'FAILED'),
  ('ECS.17', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.17', 'inactive', 'NOT_APPLICABLE'),
  ('ECS.17', 'not_latest_revision', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.17', 'en', 'ECS task definitions should not use host network mode',
    'Fails when the latest active revision of a task definition uses the host''s network, where its containers reach loopback services and speak with the host''s address.'),
  ('ECS.17', 'ja', 'ECSタスク定義では、ホストネットワークモードを使用しないでください',
    'タスク定義の最新の有効なリビジョンがホストのネットワークを使っている場合に不合格になります。コンテナがホストのループバックのサービスに接続でき、ホストのアドレスで通信できるためです。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.17', 'risk', 1, 'en', 'The network of the host is open',
    'In host mode containers use the interfaces of the instance, its loopback address and what listens there.'),
  ('ECS.17', 'risk', 1, 'ja', 'ホストのネットワークに直接つながる',
    'ホストモードのコンテナは、インスタンスのネットワークインターフェイスを直接使用し、ループバックアドレスで待ち受けているものにも届きます。'),
  ('ECS.17', 'risk', 2, 'en', 'No security group of its own',
    'Traffic to and from the task cannot be limited apart from that of the instance.'),
  ('ECS.17', 'risk', 2, 'ja', 'タスク単位で制限できない',
    'タスクの通信を、インスタンスの通信と分けて制限できません。'),
  ('ECS.17', 'countermeasure', 1, 'en', 'Use awsvpc',
    'In awsvpc mode each task has an interface and security groups of its own.'),
  ('ECS.17', 'countermeasure', 1, 'ja', 'awsvpcを使用する',
    'awsvpcモードでは、タスクごとに専用のネットワークインターフェイスとセキュリティグループを使用できます。'),
  ('ECS.17', 'countermeasure', 2, 'en', 'Plan the change',
    'awsvpc asks for subnets and security groups in the service, and for target groups of type ip.'),
  ('ECS.17', 'countermeasure', 2, 'ja', '変更を計画する',
    'awsvpcへの変更では、サービスのサブネットとセキュリティグループの指定と、ターゲットタイプがipのターゲットグループが必要です。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.17', 'network_not_host', 'en',
    '{name} does not use the network of its host.'),
  ('ECS.17', 'network_not_host', 'ja',
    '{name}は、ホストのネットワークを使用していません。'),
  ('ECS.17', 'host_network', 'en',
    '{name} uses the network of its host (networkMode is {actual}).'),
  ('ECS.17', 'host_network', 'ja',
    '{name}は、ホストのネットワークを使用しています（networkModeは{actual}）。'),
  ('ECS.17', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.17', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.17', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.17', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.17', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among the exports.'),
  ('ECS.17', 'not_latest_revision', 'ja',
    '{name}は、エクスポートに含まれる同じファミリーの最新のアクティブなリビジョンではありません。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.17', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.17', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, then the family {family}.'),
  ('ECS.17', 'default', 'console', 3, 'en', 'Choose the latest revision, then Create new revision and Create new revision with JSON.'),
  ('ECS.17', 'default', 'console', 4, 'en', 'In the JSON, set "networkMode" to "awsvpc" and make host ports the same as container ports.'),
  ('ECS.17', 'default', 'console', 5, 'en', 'Choose Create, then update each service that uses the family to the new revision and follow its deployment.'),
  ('ECS.17', 'default', 'cli', 1, 'en', '# Register a changed revision and deploy it. This needs jq, which AWS CloudShell has. Fill in the two names in <>,
# and run the last commands for every service of this family.
# In awsvpc mode the host port is the containers.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .networkMode = "awsvpc" | .containerDefinitions[].portMappings |= map(.hostPort = .containerPort)'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.17', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  network_mode = "awsvpc"

  # other arguments unchanged
}'),
  ('ECS.17', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.17', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［タスク定義］を選択し、ファミリー{family}を選択します。'),
  ('ECS.17', 'default', 'console', 3, 'ja', '最新のリビジョンを選択し、［新しいリビジョンの作成］、［JSONを使用した新しいリビジョンの作成］の順に選択します。'),
  ('ECS.17', 'default', 'console', 4, 'ja', 'JSONで"networkMode"を"awsvpc"に変更し、ホストポートをコンテナポートと同じにします。'),
  ('ECS.17', 'default', 'console', 5, 'ja', '［作成］を選択します。続いて、このファミリーを使用する各サービスを新しいリビジョンに更新し、デプロイの完了を確認します。'),
  ('ECS.17', 'default', 'cli', 1, 'ja', '# 変更したリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ2か所を置き換え、デプロイ以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# awsvpcモードでは、ホストポートはコンテナポートと同じになります。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .networkMode = "awsvpc" | .containerDefinitions[].portMappings |= map(.hostPort = .containerPort)'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "$revision"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"'),
  ('ECS.17', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  network_mode = "awsvpc"

  # 他の引数は変更しません
}');
