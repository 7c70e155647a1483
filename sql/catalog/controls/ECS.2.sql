-- ECS.2: ECS services should not have public IP addresses assigned to them automatically.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.2', 'aws', 12, 'control_ECS_2', 'HIGH',
    'Protect > Secure network configuration > Resources not publicly accessible', 'AWS::ECS::Service',
    'ecs-service-assign-public-ip-disabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.2', 'nist-800-53-r5', 'AC-21'),
  ('ECS.2', 'nist-800-53-r5', 'AC-3'),
  ('ECS.2', 'nist-800-53-r5', 'AC-3(7)'),
  ('ECS.2', 'nist-800-53-r5', 'AC-4'),
  ('ECS.2', 'nist-800-53-r5', 'AC-4(21)'),
  ('ECS.2', 'nist-800-53-r5', 'AC-6'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(11)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(16)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(20)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(21)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(3)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(4)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(9)'),
  ('ECS.2', 'pci-dss-4.0.1', '1.4.4'),
  ('ECS.2', 'aws-fsbp', 'ECS.2');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.2', 'no_public_ip', 'PASSED'),
  ('ECS.2', 'public_ip', 'FAILED'),
  ('ECS.2', 'no_network_configuration', 'INSUFFICIENT_DATA'),
  ('ECS.2', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.2', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.2', 'en', 'ECS services should not have public IP addresses assigned to them automatically',
    'Fails when a service gives its tasks public IP addresses, so that they can be reached from the internet.'),
  ('ECS.2', 'ja', 'ECSサービスには、パブリックIPアドレスを自動で割り当てないでください',
    'サービスがタスクにパブリックIPアドレスを割り当て、インターネットから到達できる場合に不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.2', 'risk', 1, 'en', 'Tasks stand on the open internet',
    'A task with a public IP address can be reached by anyone whom its security group lets through. One rule that is too wide, and scanners find the port within minutes.'),
  ('ECS.2', 'risk', 1, 'ja', 'タスクがインターネットに直接さらされる',
    'パブリックIPアドレスを持つタスクには、セキュリティグループが許可している限り、誰でも接続できます。ルールが1つ広すぎるだけで、開いたポートはスキャンによって数分のうちに見つかります。'),
  ('ECS.2', 'risk', 2, 'en', 'Traffic passes by the protection in front',
    'Load balancer, web application firewall and access logs stand in front of the service. A caller who uses the address of the task itself meets none of them.'),
  ('ECS.2', 'risk', 2, 'ja', '前段の防御を素通りされる',
    'ロードバランサー、WAF、アクセスログは、いずれもサービスの前段で働きます。タスクのアドレスに直接接続されると、そのどれも通りません。'),
  ('ECS.2', 'risk', 3, 'en', 'Stolen data finds a way out',
    'A public address is also a route outwards that no NAT gateway, firewall or proxy sees. A task that was taken over can send data straight to the internet.'),
  ('ECS.2', 'risk', 3, 'ja', 'データの持ち出し経路になる',
    'パブリックIPアドレスは、NATゲートウェイやファイアウォール、プロキシを通らない外向きの経路にもなります。乗っ取られたタスクから、データがインターネットへ直接送り出されるおそれがあります。'),
  ('ECS.2', 'countermeasure', 1, 'en', 'Run tasks in private subnets',
    'Turn public IP addresses off and choose subnets without a route to an internet gateway. Let a load balancer in the public subnets take what may come from outside.'),
  ('ECS.2', 'countermeasure', 1, 'ja', 'タスクをプライベートサブネットで実行する',
    'パブリックIPアドレスの割り当てをオフにし、インターネットゲートウェイへのルートがないサブネットを選択します。外部からの通信は、パブリックサブネットに置いたロードバランサーで受けます。'),
  ('ECS.2', 'countermeasure', 2, 'en', 'Provide a way out before the address goes',
    'Tasks still fetch images and secrets and send logs. Give their subnets a NAT gateway, or VPC endpoints for ECR, S3, CloudWatch Logs and Secrets Manager; otherwise new tasks do not start.'),
  ('ECS.2', 'countermeasure', 2, 'ja', 'オフにする前に外向きの経路を用意する',
    'タスクは、イメージやシークレットの取得とログの送信のために通信を必要とします。NATゲートウェイか、ECR、S3、CloudWatch Logs、Secrets ManagerのVPCエンドポイントをサブネットに用意してください。経路がないと、新しいタスクは起動できません。'),
  ('ECS.2', 'countermeasure', 3, 'en', 'Keep it from coming back',
    'Set the value in your templates explicitly, and check it in the pipeline. Security groups should let in the load balancer only, so that a slip does not open the service at once.'),
  ('ECS.2', 'countermeasure', 3, 'ja', '再発を防ぐ',
    'テンプレートに値を明示し、パイプラインで確認します。セキュリティグループではロードバランサーからの通信だけを許可しておけば、設定を誤っても、すぐにサービスが公開されることはありません。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.2', 'public_ip', 'en', '{name} gives its tasks public IP addresses.'),
  ('ECS.2', 'public_ip', 'ja', '{name}は、タスクにパブリックIPアドレスを割り当てる設定になっています。'),
  ('ECS.2', 'no_public_ip', 'en', '{name} gives its tasks no public IP addresses.'),
  ('ECS.2', 'no_public_ip', 'ja', '{name}は、タスクにパブリックIPアドレスを割り当てません。'),
  ('ECS.2', 'no_network_configuration', 'en', 'No export states the network configuration of {name}.'),
  ('ECS.2', 'no_network_configuration', 'ja', '{name}のネットワーク設定は、どのエクスポートにも記載されていません。'),
  ('ECS.2', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.2', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.2', 'inactive', 'en', '{name} is inactive or deleted.'),
  ('ECS.2', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');

-- Where CodeDeploy deploys, UpdateService refuses a changed network configuration: the AppSpec has it.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.2', 'default', 'console', 1, 'en', 'Make sure that the subnets of the service {name} have a NAT gateway, or VPC endpoints for ECR, S3 and CloudWatch Logs. Without a way out, tasks that have no public IP address cannot start.'),
  ('ECS.2', 'default', 'console', 2, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.2', 'default', 'console', 3, 'en', 'In the navigation pane choose Clusters, then choose the cluster {cluster}.'),
  ('ECS.2', 'default', 'console', 4, 'en', 'On the Services tab choose the service, then choose Update service.'),
  ('ECS.2', 'default', 'console', 5, 'en', 'Expand Networking, choose private subnets, and turn Public IP off.'),
  ('ECS.2', 'default', 'console', 6, 'en', 'Check the settings and choose Update.'),
  ('ECS.2', 'default', 'console', 7, 'en', 'Follow the deployment on the Deployments tab. When it has completed, open a task from the Tasks tab: it should have no public IP.'),
  ('ECS.2', 'default', 'cli', 1, 'en', '# The subnets need a NAT gateway, or VPC endpoints for ECR, S3 and CloudWatch Logs: without a way out,
# tasks that have no public IP address cannot start.
# If CodeDeploy deploys the service, set AssignPublicIp: DISABLED in its AppSpec instead of the following.
region={region|shell}
cluster={cluster_ref|shell}
service={name|shell}

# The network configuration as it is, without public addresses. To change the subnets too, add to the braces
# behind DISABLED: , subnets: [''<SUBNET>'', ''<SUBNET>'']
network=$(aws ecs describe-services \
  --region "$region" --cluster "$cluster" --services "$service" \
  --query "services[0].networkConfiguration.{{awsvpcConfiguration: merge(awsvpcConfiguration, {{assignPublicIp: ''DISABLED''})}" \
  --output json)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" \
  --network-configuration "$network"

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# Check: it should say DISABLED.
aws ecs describe-services \
  --region "$region" --cluster "$cluster" --services "$service" \
  --query ''services[].networkConfiguration.awsvpcConfiguration.assignPublicIp'' \
  --output text'),
  ('ECS.2', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  network_configuration {{
    # Private subnets, with a NAT gateway or VPC endpoints: tasks have to fetch their images.
    subnets          = ["<PRIVATE_SUBNET>"]
    assign_public_ip = false

    # security_groups unchanged
  }

  # other arguments unchanged
}'),
  ('ECS.2', 'default', 'console', 1, 'ja', 'サービス「{name}」のサブネットに、NATゲートウェイか、ECR、S3、CloudWatch LogsのVPCエンドポイントがあることを確認します。外向きの経路がないと、パブリックIPアドレスを持たないタスクは起動できません。'),
  ('ECS.2', 'default', 'console', 2, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.2', 'default', 'console', 3, 'ja', 'ナビゲーションペインで「クラスター」を選択し、クラスター「{cluster}」を選択します。'),
  ('ECS.2', 'default', 'console', 4, 'ja', '「サービス」タブで該当のサービスを選択し、「サービスを更新」を選択します。'),
  ('ECS.2', 'default', 'console', 5, 'ja', '「ネットワーキング」を展開し、プライベートサブネットを選択して、「パブリックIP」をオフにします。'),
  ('ECS.2', 'default', 'console', 6, 'ja', '設定内容を確認し、「更新」を選択します。'),
  ('ECS.2', 'default', 'console', 7, 'ja', '「デプロイ」タブで進行状況を確認します。完了後に「タスク」タブからタスクを開き、パブリックIPが割り当てられていないことを確認します。'),
  ('ECS.2', 'default', 'cli', 1, 'ja', '# サブネットには、NATゲートウェイか、ECR、S3、CloudWatch LogsのVPCエンドポイントが必要です。
# 外向きの経路がないと、パブリックIPアドレスを持たないタスクは起動できません。
# CodeDeployでデプロイするサービスでは、以下の代わりに、AppSpecでAssignPublicIp: DISABLEDを指定してください。
region={region|shell}
cluster={cluster_ref|shell}
service={name|shell}

# 現在のネットワーク設定から、パブリックIPアドレスの割り当てだけを外します。サブネットも変更する場合は、
# DISABLEDの後ろ（波かっこの中）に次を追加してください： , subnets: [''<SUBNET>'', ''<SUBNET>'']
network=$(aws ecs describe-services \
  --region "$region" --cluster "$cluster" --services "$service" \
  --query "services[0].networkConfiguration.{{awsvpcConfiguration: merge(awsvpcConfiguration, {{assignPublicIp: ''DISABLED''})}" \
  --output json)

aws ecs update-service \
  --region "$region" --cluster "$cluster" --service "$service" \
  --network-configuration "$network"

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"

# 確認：DISABLEDと表示されること。
aws ecs describe-services \
  --region "$region" --cluster "$cluster" --services "$service" \
  --query ''services[].networkConfiguration.awsvpcConfiguration.assignPublicIp'' \
  --output text'),
  ('ECS.2', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  network_configuration {{
    # NATゲートウェイかVPCエンドポイントのあるプライベートサブネット。タスクがイメージを取得するために必要です。
    subnets          = ["<PRIVATE_SUBNET>"]
    assign_public_ip = false

    # security_groupsは変更しません
  }

  # その他の引数は変更しません
}');
