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
    'Fails when the latest active revision of a task definition has the network mode host. Its containers then use the network interfaces of the instance, the loopback interface too.'),
  ('ECS.17', 'ja', 'ECSタスク定義では、ホストネットワークモードを使用しないでください',
    'タスク定義の最新のアクティブなリビジョンで、ネットワークモードにhostが指定されている場合に不合格になります。コンテナが、ループバックを含むインスタンスのネットワークインターフェイスを直接使用する設定です。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.17', 'risk', 1, 'en', 'The network of the host is open',
    'Containers in host mode reach what listens on the instance''s loopback address because it was thought out of reach: agents, proxies, other tasks in host mode. They speak to others with the address of the instance.'),
  ('ECS.17', 'risk', 1, 'ja', 'ホストのネットワークに直接つながる',
    'ホストモードのコンテナは、外から届かない前提でインスタンスのループバックアドレスで待ち受けているエージェント、プロキシ、ほかのホストモードのタスクに接続できます。外部とは、インスタンスのアドレスで通信します。'),
  ('ECS.17', 'risk', 2, 'en', 'The instance''s credentials are within reach',
    'Tasks in host mode can hardly be kept from the instance metadata service. Whoever takes one over can use the role of the instance next to that of the task.'),
  ('ECS.17', 'risk', 2, 'ja', 'インスタンスの認証情報に手が届く',
    'ホストモードのタスクからインスタンスメタデータサービスへのアクセスを遮断することは困難です。タスクが乗っ取られると、タスクロールに加えてインスタンスのロールまで使われるおそれがあります。'),
  ('ECS.17', 'risk', 3, 'en', 'Traffic cannot be limited or told apart',
    'The task has no security group of its own, and in flow logs its traffic is that of the instance. Two tasks that want the same port cannot run on one instance.'),
  ('ECS.17', 'risk', 3, 'ja', 'タスク単位の制限も区別もできない',
    'タスクに専用のセキュリティグループがなく、フローログでもインスタンスの通信と区別できません。また、同じポートを使うタスクを、1つのインスタンスで2つ実行することはできません。'),
  ('ECS.17', 'countermeasure', 1, 'en', 'Use awsvpc',
    'In awsvpc mode each task has a network interface, an address and security groups of its own, as on Fargate.'),
  ('ECS.17', 'countermeasure', 1, 'ja', 'awsvpcを使用する',
    'awsvpcモードでは、Fargateと同じように、タスクごとに専用のネットワークインターフェイス、アドレス、セキュリティグループが割り当てられます。'),
  ('ECS.17', 'countermeasure', 2, 'en', 'Plan the change',
    'The service then needs subnets and security groups, and behind a load balancer a target group of type ip. Host ports are those of the containers, and extraHosts is not allowed. Each task takes one of the instance''s network interfaces; ENI trunking raises their number.'),
  ('ECS.17', 'countermeasure', 2, 'ja', '変更を計画する',
    'サービスにはサブネットとセキュリティグループの指定が、ロードバランサーを使う場合はターゲットタイプがipのターゲットグループが必要になります。ホストポートはコンテナポートと同じになり、extraHostsは使用できません。タスクごとにインスタンスのネットワークインターフェイスを1つ使用しますが、ENIトランキングで上限を引き上げられます。'),
  ('ECS.17', 'countermeasure', 3, 'en', 'Use bridge where awsvpc does not exist',
    'External instances do not support awsvpc. There, and where interfaces are scarce, bridge keeps tasks apart from the host''s network and maps only the ports that are named.'),
  ('ECS.17', 'countermeasure', 3, 'ja', 'awsvpcを使えない場合はbridgeを使用する',
    '外部インスタンスではawsvpcがサポートされていません。その場合や、ネットワークインターフェイスが不足する場合は、bridgeを使用すると、タスクをホストのネットワークから分離し、指定したポートだけを公開できます。'),
  ('ECS.17', 'countermeasure', 4, 'en', 'Close the way to the instance metadata',
    'ECS_AWSVPC_BLOCK_IMDS=true in the agent configuration keeps tasks in awsvpc mode from the credentials of the instance.'),
  ('ECS.17', 'countermeasure', 4, 'ja', 'インスタンスメタデータへの経路を閉じる',
    'エージェントの設定にECS_AWSVPC_BLOCK_IMDS=trueを指定すると、awsvpcモードのタスクはインスタンスの認証情報にアクセスできなくなります。');

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
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.17', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.17', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('ECS.17', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。'),
  ('ECS.17', 'not_latest_revision', 'en',
    '{name} is not the latest active revision of its family among those exported.'),
  ('ECS.17', 'not_latest_revision', 'ja',
    '{name}は、エクスポートされたリビジョンのうち、ファミリーの最新のアクティブなリビジョンではありません。');

-- A revision cannot be changed: a new one is registered and deployed.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.17', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.17', 'default', 'console', 2, 'en', 'In the navigation pane choose Task definitions, choose {family}, then the revision {name}.'),
  ('ECS.17', 'default', 'console', 3, 'en', 'Choose Create new revision, then Create new revision with JSON.'),
  ('ECS.17', 'default', 'console', 4, 'en', 'Set "networkMode" to "awsvpc". In each port mapping delete "hostPort", or make it the same as "containerPort". Delete "extraHosts" and "hostname": awsvpc supports neither. On external instances use "bridge" instead.'),
  ('ECS.17', 'default', 'console', 5, 'en', 'Choose Create.'),
  ('ECS.17', 'default', 'console', 6, 'en', 'For a service behind a load balancer, create a target group of type ip first: that of an existing target group cannot be changed.'),
  ('ECS.17', 'default', 'console', 7, 'en', 'From the new revision choose Deploy, then Update service, for every service that uses {family}. Choose subnets and security groups under Networking, and the new target group under Load balancing. The security groups have to let in what the service is to receive.'),
  ('ECS.17', 'default', 'console', 8, 'en', 'Follow the deployment until it has completed. Schedules and pipelines that name a revision have to name the new one, with a network configuration.'),
  ('ECS.17', 'default', 'cli', 1, 'en', '# Register a revision in which each task has a network interface of its own, and deploy it. This needs jq, which
# AWS CloudShell has. Fill in the four names in <>, and run the commands from update-service on for every service
# of this family. A service that CodeDeploy or an external controller deploys takes the new revision in a
# deployment there instead.
# Behind a load balancer, create a target group of type ip first and give it to update-service too, with
# --load-balancers targetGroupArn=ARN,containerName=NAME,containerPort=PORT. Take extraHosts and hostname out of
# the definition: awsvpc supports neither. On external instances set bridge, and leave the network configuration
# out.
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''
network=''awsvpcConfiguration={{subnets=[<SUBNET>],securityGroups=[<SECURITY_GROUP>],assignPublicIp=DISABLED}''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .networkMode = "awsvpc"
    | del(.containerDefinitions[].portMappings[]?.hostPort)'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}" \
  --network-configuration "$network"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: it should say awsvpc.
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.networkMode'' \
  --output text'),
  ('ECS.17', 'default', 'terraform', 1, 'en', '# This registers a new revision; let the service refer to it by the ARN of this resource.
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  network_mode = "awsvpc"

  container_definitions = jsonencode([
    {{
      # hostPort left out: it is the containerPort. Neither extraHosts nor hostname.
      portMappings = [{{ containerPort = <PORT> }]

      # other members unchanged
    },
  ])

  # other arguments unchanged
}

resource "aws_ecs_service" "<SERVICE>" {{
  network_configuration {{
    subnets         = ["<SUBNET>"]
    security_groups = ["<SECURITY_GROUP>"]
  }

  # Behind a load balancer: a target group with target_type = "ip".

  # other arguments unchanged
}'),
  ('ECS.17', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.17', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「タスク定義」、「{family}」、リビジョン「{name}」の順に選択します。'),
  ('ECS.17', 'default', 'console', 3, 'ja', '「新しいリビジョンの作成」、「JSONを使用した新しいリビジョンの作成」の順に選択します。'),
  ('ECS.17', 'default', 'console', 4, 'ja', '"networkMode"を"awsvpc"に変更します。ポートマッピングでは、"hostPort"を削除するか、"containerPort"と同じ値にします。"extraHosts"と"hostname"はawsvpcではサポートされないため、削除します。外部インスタンスでは、代わりに"bridge"を使用します。'),
  ('ECS.17', 'default', 'console', 5, 'ja', '「作成」を選択します。'),
  ('ECS.17', 'default', 'console', 6, 'ja', 'ロードバランサーを使うサービスでは、先にターゲットタイプがipのターゲットグループを作成します。既存のターゲットグループのターゲットタイプは変更できません。'),
  ('ECS.17', 'default', 'console', 7, 'ja', '「{family}」を使うすべてのサービスについて、新しいリビジョンから「デプロイ」、「サービスを更新」の順に選択します。「ネットワーキング」でサブネットとセキュリティグループを、「ロードバランシング」で新しいターゲットグループを選択します。セキュリティグループでは、サービスが受け取る通信を許可してください。'),
  ('ECS.17', 'default', 'console', 8, 'ja', 'デプロイの完了を確認します。リビジョンを指定しているスケジュールやパイプラインも、ネットワーク設定を加えて新しいリビジョンに変更してください。'),
  ('ECS.17', 'default', 'cli', 1, 'ja', '# タスクごとに専用のネットワークインターフェイスを使うリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# <>で囲んだ4か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# ロードバランサーを使う場合は、先にターゲットタイプがipのターゲットグループを作成し、update-serviceに
# --load-balancers targetGroupArn=ARN,containerName=NAME,containerPort=PORTも指定してください。
# extraHostsとhostnameはawsvpcではサポートされないため、定義から取り除いてください。
# 外部インスタンスではbridgeを指定し、ネットワーク設定は指定しません。
region={region|shell}
cluster=''<CLUSTER>''
service=''<SERVICE>''
network=''awsvpcConfiguration={{subnets=[<SUBNET>],securityGroups=[<SECURITY_GROUP>],assignPublicIp=DISABLED}''

definition=$(aws ecs describe-task-definition \
  --region "$region" --task-definition {name|shell} --include TAGS --output json |
  jq ''.taskDefinition + {{tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
        .registeredAt, .registeredBy, .deregisteredAt)
    | if .tags == [] then del(.tags) else . end
    | .networkMode = "awsvpc"
    | del(.containerDefinitions[].portMappings[]?.hostPort)'')

revision=$(aws ecs register-task-definition \
  --region "$region" --cli-input-json "$definition" \
  --query taskDefinition.taskDefinitionArn --output text)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" --task-definition "${{revision:?}" \
  --network-configuration "$network"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：awsvpcと表示されること。
aws ecs describe-task-definition \
  --region "$region" --task-definition "${{revision:?}" \
  --query ''taskDefinition.networkMode'' \
  --output text'),
  ('ECS.17', 'default', 'terraform', 1, 'ja', '# 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
resource "aws_ecs_task_definition" "{family|hcl_id}" {{
  family = {family|hcl}

  network_mode = "awsvpc"

  container_definitions = jsonencode([
    {{
      # hostPortは指定しません（containerPortと同じになります）。extraHostsとhostnameも指定できません
      portMappings = [{{ containerPort = <PORT> }]

      # その他の項目は変更しません
    },
  ])

  # その他の引数は変更しません
}

resource "aws_ecs_service" "<SERVICE>" {{
  network_configuration {{
    subnets         = ["<SUBNET>"]
    security_groups = ["<SECURITY_GROUP>"]
  }

  # ロードバランサーを使う場合は、target_typeが"ip"のターゲットグループを指定します

  # その他の引数は変更しません
}');
