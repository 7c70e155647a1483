-- ECS.16: ECS task sets should not automatically assign public IP addresses.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-16

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.16', 'aws', 22, 'control_ECS_16', 'HIGH',
    'Protect > Secure network configuration > Resources not publicly accessible', 'AWS::ECS::TaskSet',
    'ecs-taskset-assign-public-ip-disabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-16');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.16', 'pci-dss-4.0.1', '1.4.4'),
  ('ECS.16', 'aws-fsbp', 'ECS.16');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.16', 'no_public_ip', 'PASSED'),
  ('ECS.16', 'public_ip', 'FAILED'),
  ('ECS.16', 'no_network_configuration', 'INSUFFICIENT_DATA'),
  ('ECS.16', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.16', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.16', 'en', 'ECS task sets should not automatically assign public IP addresses',
    'Fails when a task set gives its tasks public IP addresses, so that they can be reached from the internet.'),
  ('ECS.16', 'ja', 'ECSタスクセットには、パブリックIPアドレスを自動で割り当てないでください',
    'タスクセットがタスクにパブリックIPアドレスを割り当て、インターネットから到達できる場合に不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.16', 'risk', 1, 'en', 'Reachable from the internet',
    'A task with a public IP address can be reached from everywhere that its security groups allow, past the load balancer.'),
  ('ECS.16', 'risk', 1, 'ja', 'インターネットから到達できる',
    'パブリックIPアドレスを持つタスクには、セキュリティグループが許す限り、ロードバランサーを経由せずに外部から到達できます。'),
  ('ECS.16', 'risk', 2, 'en', 'Filters are passed by',
    'Web application firewalls and logs stand at the load balancer; direct traffic is not seen there.'),
  ('ECS.16', 'risk', 2, 'ja', '検査を迂回される',
    'WAFやアクセスログはロードバランサーにあるため、直接の通信は検査も記録もされません。'),
  ('ECS.16', 'countermeasure', 1, 'en', 'Use private subnets',
    'Run tasks in private subnets without public addresses, and let load balancers take the traffic.'),
  ('ECS.16', 'countermeasure', 1, 'ja', 'プライベートサブネットを使用する',
    'パブリックIPアドレスを割り当てずにプライベートサブネットで実行し、通信はロードバランサーで受けます。'),
  ('ECS.16', 'countermeasure', 2, 'en', 'Keep the way out',
    'Images and logs need a NAT gateway or VPC endpoints instead.'),
  ('ECS.16', 'countermeasure', 2, 'ja', '外向きの経路を用意する',
    'イメージの取得やログの送信には、NATゲートウェイまたはVPCエンドポイントを使用します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.16', 'no_public_ip', 'en',
    '{name} does not have public IP addresses assigned to its tasks.'),
  ('ECS.16', 'no_public_ip', 'ja',
    '{name}は、タスクにパブリックIPアドレスを割り当てません。'),
  ('ECS.16', 'public_ip', 'en',
    '{name} has public IP addresses assigned to its tasks (assignPublicIp is {actual}).'),
  ('ECS.16', 'public_ip', 'ja',
    '{name}は、タスクにパブリックIPアドレスを割り当てます（assignPublicIpは{actual}）。'),
  ('ECS.16', 'no_network_configuration', 'en',
    'No export states the network configuration of {name}.'),
  ('ECS.16', 'no_network_configuration', 'ja',
    '{name}のネットワーク設定は、どのエクスポートにも記載されていません。'),
  ('ECS.16', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.16', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.16', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.16', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.16', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.16', 'default', 'console', 2, 'en', 'The console shows task sets, but does not make them: change the deployer that made {name}.'),
  ('ECS.16', 'default', 'console', 3, 'en', 'Let it make a task set in private subnets with assignPublicIp DISABLED, move the traffic there and delete the old one.'),
  ('ECS.16', 'default', 'cli', 1, 'en', 'aws ecs create-task-set \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --service ''<SERVICE>'' \
  --task-definition ''<TASK_DEFINITION>'' \
  --network-configuration ''awsvpcConfiguration={{subnets=[<SUBNETS>],securityGroups=[<SECURITY_GROUPS>],assignPublicIp=DISABLED}'''),
  ('ECS.16', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_task_set" "{name|hcl_id}" {{
  network_configuration {{
    subnets          = ["<PRIVATE_SUBNET>"]
    security_groups  = ["<SECURITY_GROUP>"]
    assign_public_ip = false
  }

  # other arguments unchanged
}'),
  ('ECS.16', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.16', 'default', 'console', 2, 'ja', 'コンソールではタスクセットの確認はできますが、作成はできません。{name}を作成したデプロイツールの設定を変更します。'),
  ('ECS.16', 'default', 'console', 3, 'ja', 'プライベートサブネットでassignPublicIpをDISABLEDにしたタスクセットを作成し、通信を切り替えてから、古いタスクセットを削除します。'),
  ('ECS.16', 'default', 'cli', 1, 'ja', 'aws ecs create-task-set \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --service ''<SERVICE>'' \
  --task-definition ''<TASK_DEFINITION>'' \
  --network-configuration ''awsvpcConfiguration={{subnets=[<SUBNETS>],securityGroups=[<SECURITY_GROUPS>],assignPublicIp=DISABLED}'''),
  ('ECS.16', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_task_set" "{name|hcl_id}" {{
  network_configuration {{
    subnets          = ["<PRIVATE_SUBNET>"]
    security_groups  = ["<SECURITY_GROUP>"]
    assign_public_ip = false
  }

  # 他の引数は変更しません
}');
