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
  ('ECS.2', 'risk', 1, 'en', 'Reachable from the internet',
    'A task with a public IP address can be reached from everywhere that its security groups allow, past the load balancer.'),
  ('ECS.2', 'risk', 1, 'ja', 'インターネットから到達できる',
    'パブリックIPアドレスを持つタスクには、セキュリティグループが許す限り、ロードバランサーを経由せずに外部から到達できます。'),
  ('ECS.2', 'risk', 2, 'en', 'Filters are passed by',
    'Web application firewalls and logs stand at the load balancer; direct traffic is not seen there.'),
  ('ECS.2', 'risk', 2, 'ja', '検査を迂回される',
    'WAFやアクセスログはロードバランサーにあるため、直接の通信は検査も記録もされません。'),
  ('ECS.2', 'countermeasure', 1, 'en', 'Use private subnets',
    'Run tasks in private subnets without public addresses, and let load balancers take the traffic.'),
  ('ECS.2', 'countermeasure', 1, 'ja', 'プライベートサブネットを使用する',
    'パブリックIPアドレスを割り当てずにプライベートサブネットで実行し、通信はロードバランサーで受けます。'),
  ('ECS.2', 'countermeasure', 2, 'en', 'Keep the way out',
    'Images and logs need a NAT gateway or VPC endpoints instead.'),
  ('ECS.2', 'countermeasure', 2, 'ja', '外向きの経路を用意する',
    'イメージの取得やログの送信には、NATゲートウェイまたはVPCエンドポイントを使用します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.2', 'no_public_ip', 'en',
    '{name} does not have public IP addresses assigned to its tasks.'),
  ('ECS.2', 'no_public_ip', 'ja',
    '{name}は、タスクにパブリックIPアドレスを割り当てません。'),
  ('ECS.2', 'public_ip', 'en',
    '{name} has public IP addresses assigned to its tasks (assignPublicIp is {actual}).'),
  ('ECS.2', 'public_ip', 'ja',
    '{name}は、タスクにパブリックIPアドレスを割り当てます（assignPublicIpは{actual}）。'),
  ('ECS.2', 'no_network_configuration', 'en',
    'No export states the network configuration of {name}.'),
  ('ECS.2', 'no_network_configuration', 'ja',
    '{name}のネットワーク設定は、どのエクスポートにも記載されていません。'),
  ('ECS.2', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.2', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.2', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.2', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.2', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.2', 'default', 'console', 2, 'en', 'In the navigation pane choose Clusters, then the cluster {cluster} and on its Services tab the service {name}.'),
  ('ECS.2', 'default', 'console', 3, 'en', 'Choose Update service and expand Networking.'),
  ('ECS.2', 'default', 'console', 4, 'en', 'Choose private subnets with a way out, and turn Public IP off.'),
  ('ECS.2', 'default', 'console', 5, 'en', 'Choose Update and follow the deployment.'),
  ('ECS.2', 'default', 'cli', 1, 'en', 'aws ecs update-service \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --service {name|shell} \
  --network-configuration ''awsvpcConfiguration={{subnets=[<SUBNETS>],securityGroups=[<SECURITY_GROUPS>],assignPublicIp=DISABLED}'''),
  ('ECS.2', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  network_configuration {{
    subnets          = ["<PRIVATE_SUBNET>"]
    security_groups  = ["<SECURITY_GROUP>"]
    assign_public_ip = false
  }

  # other arguments unchanged
}'),
  ('ECS.2', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.2', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［クラスター］を選択し、クラスター{cluster}の［サービス］タブでサービス{name}を選択します。'),
  ('ECS.2', 'default', 'console', 3, 'ja', '［サービスを更新］を選択し、［ネットワーキング］を展開します。'),
  ('ECS.2', 'default', 'console', 4, 'ja', '外向きの経路のあるプライベートサブネットを選択し、［パブリックIP］をオフにします。'),
  ('ECS.2', 'default', 'console', 5, 'ja', '［更新］を選択し、デプロイの完了を確認します。'),
  ('ECS.2', 'default', 'cli', 1, 'ja', 'aws ecs update-service \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --service {name|shell} \
  --network-configuration ''awsvpcConfiguration={{subnets=[<SUBNETS>],securityGroups=[<SECURITY_GROUPS>],assignPublicIp=DISABLED}'''),
  ('ECS.2', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  network_configuration {{
    subnets          = ["<PRIVATE_SUBNET>"]
    security_groups  = ["<SECURITY_GROUP>"]
    assign_public_ip = false
  }

  # 他の引数は変更しません
}');
