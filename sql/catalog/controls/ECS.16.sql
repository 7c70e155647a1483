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
  ('ECS.16', 'risk', 1, 'en', 'Tasks stand on the open internet',
    'Whoever the security group lets through can speak to the task directly, past the load balancer, the web application firewall and their logs.'),
  ('ECS.16', 'risk', 1, 'ja', 'タスクがインターネットに直接さらされる',
    'セキュリティグループが許可している相手であれば、ロードバランサーやWAF、それらのログを通らずに、タスクに直接接続できます。'),
  ('ECS.16', 'risk', 2, 'en', 'The setting is easy to overlook',
    'With an external deployment controller the network configuration belongs to each task set. The service shows nothing of it, and a check of services alone passes.'),
  ('ECS.16', 'risk', 2, 'ja', '設定が見落とされやすい',
    '外部のデプロイコントローラーを使う場合、ネットワーク設定はタスクセットごとに持ちます。サービスには表示されないため、サービスだけを確認していると問題に気づけません。'),
  ('ECS.16', 'countermeasure', 1, 'en', 'Create task sets in private subnets',
    'Let the deployment controller create task sets with assignPublicIp DISABLED, in subnets that have a NAT gateway, or VPC endpoints for ECR, S3 and CloudWatch Logs.'),
  ('ECS.16', 'countermeasure', 1, 'ja', 'タスクセットをプライベートサブネットに作成する',
    'デプロイコントローラーが、assignPublicIpをDISABLEDにしてタスクセットを作成するように設定します。サブネットには、NATゲートウェイか、ECR、S3、CloudWatch LogsのVPCエンドポイントが必要です。'),
  ('ECS.16', 'countermeasure', 2, 'en', 'Replace the task sets that exist',
    'The network configuration of a task set cannot be changed. Create a new one beside it, move the traffic, and delete the old.'),
  ('ECS.16', 'countermeasure', 2, 'ja', '既存のタスクセットを置き換える',
    'タスクセットのネットワーク設定は変更できません。新しいタスクセットを並行して作成し、トラフィックを移してから、古いタスクセットを削除します。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.16', 'public_ip', 'en', '{name} gives its tasks public IP addresses.'),
  ('ECS.16', 'public_ip', 'ja', '{name}は、タスクにパブリックIPアドレスを割り当てる設定になっています。'),
  ('ECS.16', 'no_public_ip', 'en', '{name} gives its tasks no public IP addresses.'),
  ('ECS.16', 'no_public_ip', 'ja', '{name}は、タスクにパブリックIPアドレスを割り当てません。'),
  ('ECS.16', 'no_network_configuration', 'en', 'No export states the network configuration of {name}.'),
  ('ECS.16', 'no_network_configuration', 'ja', '{name}のネットワーク設定は、どのエクスポートにも記載されていません。'),
  ('ECS.16', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.16', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.16', 'inactive', 'en', '{name} is inactive or deleted.'),
  ('ECS.16', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');

-- A task set's {name} is SERVICE/TASKSET-ID. Its network configuration cannot be changed: a new set takes its place.
-- Only Fargate gives tasks public addresses, so the new set is one on Fargate.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.16', 'default', 'console', 1, 'en', 'The console has no action for task sets, and the network configuration of {name} cannot be changed: a new task set has to take its place. In the deployment controller that makes the task sets, set assignPublicIp to DISABLED.'),
  ('ECS.16', 'default', 'console', 2, 'en', 'Make sure that the subnets have a NAT gateway, or VPC endpoints for ECR, S3 and CloudWatch Logs. Without a way out, tasks that have no public IP address cannot start.'),
  ('ECS.16', 'default', 'console', 3, 'en', 'Start a deployment in that controller, and let it make the new task set the primary one and delete the old. Without such a controller at hand, use the AWS CLI as shown here.'),
  ('ECS.16', 'default', 'console', 4, 'en', 'To check, switch to account {account_id} and Region {region} in the AWS Management Console, and open Elastic Container Service. Choose Clusters, the cluster {cluster}, and the service; a task on its Tasks tab should have no public IP.'),
  ('ECS.16', 'default', 'cli', 1, 'en', '# The network configuration of a task set cannot be changed: this creates a new one and deletes the old. The subnets
# need a NAT gateway, or VPC endpoints for ECR, S3 and CloudWatch Logs: otherwise the new tasks cannot start.
# With capacity providers, write --capacity-provider-strategy instead of --launch-type. Add service registries
# if the old task set has any.
region={region|shell}
cluster={cluster|shell}
name={name|shell}
service=${{name%/*}
old=${{name##*/}

describe() {{ # QUERY FORMAT: a value of the old task set
  aws ecs describe-task-sets \
    --region "$region" --cluster "$cluster" --service "$service" --task-sets "$old" \
    --query "$1" --output "$2"
}
task_definition=$(describe ''taskSets[0].taskDefinition'' text)
load_balancers=$(describe ''taskSets[0].loadBalancers || `[]`'' json)
network=$(describe \
  "taskSets[0].networkConfiguration.{{awsvpcConfiguration: merge(awsvpcConfiguration, {{assignPublicIp: ''DISABLED''})}" json)

# Create the new task set beside the old one.
new=$(aws ecs create-task-set \
  --region "$region" --cluster "$cluster" --service "$service" \
  --task-definition "$task_definition" \
  --launch-type FARGATE \
  --platform-version LATEST \
  --network-configuration "$network" \
  --load-balancers "$load_balancers" \
  --scale value=100,unit=PERCENT \
  --query taskSet.id --output text)

# Wait until it is steady.
until [ "$(aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" --task-sets "$new" \
  --query ''taskSets[0].stabilityStatus'' --output text)" = STEADY_STATE ]; do
  sleep 15
done

# Make it the primary one, move the traffic if your controller does not, and delete the old one.
aws ecs update-service-primary-task-set \
  --region "$region" --cluster "$cluster" --service "$service" --primary-task-set "$new"
aws ecs delete-task-set \
  --region "$region" --cluster "$cluster" --service "$service" --task-set "$old" --force

# Check: every task set should say DISABLED.
aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" \
  --query ''taskSets[].[id,status,networkConfiguration.awsvpcConfiguration.assignPublicIp]'' \
  --output table'),
  ('ECS.16', 'default', 'terraform', 1, 'en', '# A change of the network configuration replaces the task set. So that tasks keep running, add a second set, apply,
# make it the primary one (see AWS CLI: Terraform has no argument for that), and only then remove the old resource.
resource "aws_ecs_task_set" "{name|hcl_id}_private" {{
  cluster = {cluster|hcl}

  network_configuration {{
    # Private subnets, with a NAT gateway or VPC endpoints: tasks have to fetch their images.
    subnets          = ["<PRIVATE_SUBNET>"]
    assign_public_ip = false

    # security_groups unchanged
  }

  wait_until_stable = true

  # other arguments unchanged: copy them from the old task set
}'),
  ('ECS.16', 'default', 'console', 1, 'ja', 'コンソールにはタスクセットを操作する機能がなく、「{name}」のネットワーク設定は変更できないため、新しいタスクセットに置き換えます。タスクセットを作成するデプロイコントローラーで、assignPublicIpにDISABLEDを設定します。'),
  ('ECS.16', 'default', 'console', 2, 'ja', 'サブネットに、NATゲートウェイか、ECR、S3、CloudWatch LogsのVPCエンドポイントがあることを確認します。外向きの経路がないと、パブリックIPアドレスを持たないタスクは起動できません。'),
  ('ECS.16', 'default', 'console', 3, 'ja', 'そのコントローラーでデプロイを開始し、新しいタスクセットをプライマリに切り替えて、古いタスクセットを削除します。コントローラーを使えない場合は、ここに示すAWS CLIの手順で行います。'),
  ('ECS.16', 'default', 'console', 4, 'ja', '確認するには、AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。「クラスター」、クラスター「{cluster}」、該当のサービスの順に選択し、「タスク」タブのタスクにパブリックIPが割り当てられていないことを確認します。'),
  ('ECS.16', 'default', 'cli', 1, 'ja', '# タスクセットのネットワーク設定は変更できないため、新しいタスクセットを作成し、古いものを削除します。サブネットには、
# NATゲートウェイか、ECR、S3、CloudWatch LogsのVPCエンドポイントが必要です。ないと、新しいタスクは起動できません。
# キャパシティプロバイダーを使う場合は、--launch-typeの代わりに--capacity-provider-strategyを指定してください。
# 古いタスクセットにサービスレジストリがある場合は追加してください。
region={region|shell}
cluster={cluster|shell}
name={name|shell}
service=${{name%/*}
old=${{name##*/}

describe() {{ # QUERY FORMAT：古いタスクセットの値
  aws ecs describe-task-sets \
    --region "$region" --cluster "$cluster" --service "$service" --task-sets "$old" \
    --query "$1" --output "$2"
}
task_definition=$(describe ''taskSets[0].taskDefinition'' text)
load_balancers=$(describe ''taskSets[0].loadBalancers || `[]`'' json)
network=$(describe \
  "taskSets[0].networkConfiguration.{{awsvpcConfiguration: merge(awsvpcConfiguration, {{assignPublicIp: ''DISABLED''})}" json)

# 古いタスクセットと並行して、新しいタスクセットを作成します。
new=$(aws ecs create-task-set \
  --region "$region" --cluster "$cluster" --service "$service" \
  --task-definition "$task_definition" \
  --launch-type FARGATE \
  --platform-version LATEST \
  --network-configuration "$network" \
  --load-balancers "$load_balancers" \
  --scale value=100,unit=PERCENT \
  --query taskSet.id --output text)

# 安定するまで待ちます。
until [ "$(aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" --task-sets "$new" \
  --query ''taskSets[0].stabilityStatus'' --output text)" = STEADY_STATE ]; do
  sleep 15
done

# 新しいタスクセットをプライマリにし、コントローラーが行わない場合はトラフィックを移してから、古いものを削除します。
aws ecs update-service-primary-task-set \
  --region "$region" --cluster "$cluster" --service "$service" --primary-task-set "$new"
aws ecs delete-task-set \
  --region "$region" --cluster "$cluster" --service "$service" --task-set "$old" --force

# 確認：すべてのタスクセットがDISABLEDになっていること。
aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" \
  --query ''taskSets[].[id,status,networkConfiguration.awsvpcConfiguration.assignPublicIp]'' \
  --output table'),
  ('ECS.16', 'default', 'terraform', 1, 'ja', '# ネットワーク設定を変更すると、タスクセットが置き換えられます。タスクを動かし続けるには、2つ目のタスクセットを追加して適用し、
# プライマリに切り替えてから（AWS CLIを参照。Terraformには該当する引数がありません）、古いリソースを削除します。
resource "aws_ecs_task_set" "{name|hcl_id}_private" {{
  cluster = {cluster|hcl}

  network_configuration {{
    # NATゲートウェイかVPCエンドポイントのあるプライベートサブネット。タスクがイメージを取得するために必要です。
    subnets          = ["<PRIVATE_SUBNET>"]
    assign_public_ip = false

    # security_groupsは変更しません
  }

  wait_until_stable = true

  # その他の引数は変更しません。古いタスクセットから写してください
}');
