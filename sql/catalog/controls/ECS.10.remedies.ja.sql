-- ECS.10: how to put a failure right, in Japanese: by the console, the AWS CLI and Terraform.
-- Grain: one row per control × variant × method × step. Order: by variant, then method, then step.
-- Variants: default (ECS deploys the service itself), code_deploy, external (by deployment controller).
-- {column} and {column|filter} are filled per service: shell makes one POSIX shell word, hcl a Terraform string with
-- its quotes, hcl_id a Terraform identifier. <NAMES> in capitals are for the reader to fill in.

-- ---------------------------------------------------------------- ECS deploys the service itself

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.10', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.10', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「クラスター」を選択し、クラスター「{cluster}」を選択します。'),
  ('ECS.10', 'default', 'console', 3, 'ja', '「サービス」タブで、サービス「{name}」を選択します。'),
  ('ECS.10', 'default', 'console', 4, 'ja', '「サービスを更新」を選択します。'),
  ('ECS.10', 'default', 'console', 5, 'ja', '「コンピューティング設定」を展開し、「プラットフォームバージョン」で「LATEST」を選択します。'),
  ('ECS.10', 'default', 'console', 6, 'ja', '「新しいデプロイの強制」にチェックを入れます。これにより、すでにLATESTが指定されている場合でも、稼働中のタスクが置き換えられます。'),
  ('ECS.10', 'default', 'console', 7, 'ja', '設定内容を確認し、「更新」を選択します。'),
  ('ECS.10', 'default', 'console', 8, 'ja', '「デプロイ」タブで進行状況を確認します。完了後に「タスク」タブからタスクを開き、プラットフォームバージョンが{latest_version}になっていることを確認します。'),
  ('ECS.10', 'default', 'cli', 1, 'ja', '# プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
aws ecs update-service \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --service {name|shell} \
  --platform-version LATEST \
  --force-new-deployment

# サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
aws ecs wait services-stable \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --services {name|shell}

# 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが{latest_version|shell}になっていること。
aws ecs describe-services \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --services {name|shell} \
  --query ''services[].deployments[].[id,status,platformVersion,runningCount]'' \
  --output table'),
  ('ECS.10', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
  platform_version     = "LATEST"
  force_new_deployment = true

  # その他の引数は変更しません
}');

-- ---------------------------------------------------------------- CodeDeploy deploys it (CODE_DEPLOY)
-- UpdateService changes neither the platform version nor the tasks of such a service, so all controls share one way:
-- a CodeDeploy deployment whose AppSpec asks for LATEST.

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.10', 'code_deploy', 'console', 1, 'ja', 'このサービスはCodeDeployでデプロイされるため、プラットフォームバージョンはサービスの更新ではなく、CodeDeployのデプロイで変更します。AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、CodeDeployを開きます。'),
  ('ECS.10', 'code_deploy', 'console', 2, 'ja', 'ナビゲーションペインで「デプロイ」を展開して「アプリケーション」を選択し、クラスター「{cluster}」のサービス「{name}」をデプロイするアプリケーションを選択します。'),
  ('ECS.10', 'code_deploy', 'console', 3, 'ja', '「デプロイ」タブで「デプロイの作成」を選択し、このサービスのデプロイグループを選択します。'),
  ('ECS.10', 'code_deploy', 'console', 4, 'ja', 'リビジョンにはAppSpecエディタとYAMLを選択します。前回のデプロイで使ったAppSpecを入力し、PropertiesのTaskDefinitionに{task_definition}、PlatformVersionに"LATEST"を指定します。'),
  ('ECS.10', 'code_deploy', 'console', 5, 'ja', '「デプロイの作成」を選択し、トラフィックが置き換え先のタスクセットに移り、ステータスが「成功」になるまで確認します。'),
  ('ECS.10', 'code_deploy', 'console', 6, 'ja', 'パイプラインで使うAppSpecファイルにもPlatformVersion: "LATEST"を記載します。番号が残っていると、次のデプロイで元に戻ってしまいます。'),
  ('ECS.10', 'code_deploy', 'console', 7, 'ja', 'Elastic Container Serviceでサービス「{name}」のタスクを開き、プラットフォームバージョンが{latest_version}になっていることを確認します。'),
  ('ECS.10', 'code_deploy', 'cli', 1, 'ja', '# このサービスはCodeDeployでデプロイされます。update-serviceでは、プラットフォームバージョンの変更もデプロイの強制もできません。
# <>で囲んだ4か所を置き換えてください。ECSコンソールで作成したサービスでは、通常はアプリケーションがAppECS-CLUSTER-SERVICE、
# デプロイグループがDgpECS-CLUSTER-SERVICEです。AppSpecにフックやネットワークの設定がある場合は、下に追加してください。
region={region|shell}
cluster={cluster_ref|shell}
service={name|shell}
task_definition={task_definition|shell}
application=''<CODEDEPLOY_APPLICATION>''
deployment_group=''<DEPLOYMENT_GROUP>''
container_name=''<CONTAINER_NAME>''
container_port=''<CONTAINER_PORT>''

appspec="version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: $task_definition
        PlatformVersion: LATEST
        LoadBalancerInfo:
          ContainerName: $container_name
          ContainerPort: $container_port"

deployment=$(aws deploy create-deployment \
  --region "$region" \
  --application-name "$application" \
  --deployment-group-name "$deployment_group" \
  --revision "revisionType=AppSpecContent,appSpecContent={{content=''$appspec''}" \
  --query deploymentId --output text)

# 成功するまで待ちます（最長30分）。
aws deploy wait deployment-successful --region "$region" --deployment-id "$deployment"

# 確認：PRIMARYのタスクセットのプラットフォームバージョンが{latest_version|shell}になっていること。
aws ecs describe-services \
  --region "$region" \
  --cluster "$cluster" \
  --services "$service" \
  --query ''services[].taskSets[].[id,status,platformVersion,runningCount]'' \
  --output table'),
  ('ECS.10', 'code_deploy', 'terraform', 1, 'ja', '# このサービスはCodeDeployでデプロイされるため、Terraformからはデプロイできません。platform_versionの変更や
# force_new_deploymentはAWSに拒否されます。まず、AppSpecにPlatformVersion: LATESTを指定してCodeDeployでデプロイし
# （AWS CLIの手順を参照）、AppSpecの管理元にも同じ行を記載します。そのうえで、次のように変更します。
resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  # サービスを作り直すときにだけ使われます。
  platform_version = "LATEST"

  # CodeDeployが管理する項目です。AWSはLATESTを実際の番号で返すことがあるため、platform_versionも含めます。
  lifecycle {{
    ignore_changes = [task_definition, load_balancer, platform_version]
  }

  # その他の引数は変更しません
}');

-- ---------------------------------------------------------------- an external controller deploys it (EXTERNAL)
-- Here the platform version belongs to the task set and cannot be changed in one: a new set takes the old one's place.

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.10', 'external', 'console', 1, 'ja', 'このサービスは外部コントローラーでデプロイされ、コンソールではタスクセットを操作できません。外部コントローラーの設定でプラットフォームバージョンをLATESTにし、次に作成されるタスクセットに反映されるようにします。'),
  ('ECS.10', 'external', 'console', 2, 'ja', '外部コントローラーでデプロイを開始し、新しいタスクセットをプライマリにして、古いタスクセットを削除します。外部コントローラーを利用できない場合は、AWS CLIの手順を使います。'),
  ('ECS.10', 'external', 'console', 3, 'ja', '確認するには、AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。「クラスター」、クラスター「{cluster}」の順に選択し、「サービス」タブでサービス「{name}」を選択します。'),
  ('ECS.10', 'external', 'console', 4, 'ja', '「タスク」タブからタスクを開き、プラットフォームバージョンが{latest_version}になっていることを確認します。'),
  ('ECS.10', 'external', 'cli', 1, 'ja', '# このサービスは外部コントローラーでデプロイされます。プラットフォームバージョンはタスクセットごとに決まるため、新しいタスクセットが必要です。
# <LOAD_BALANCERS>を置き換えてください（JSON形式。ない場合は[]）。キャパシティプロバイダーを使っている場合は、--launch-typeの代わりに
# --capacity-provider-strategyを指定します。古いタスクセットにサービスレジストリがある場合は、それも追加してください。
region={region|shell}
cluster={cluster_ref|shell}
service={name|shell}
task_definition={task_definition|shell}
load_balancers=''<LOAD_BALANCERS>''

old=$(aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" \
  --query ''taskSets[?status==`PRIMARY`]|[0].id'' --output text)
network=$(aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" --task-sets "$old" \
  --query ''taskSets[0].networkConfiguration'' --output json)

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

# プライマリにし、コントローラーが行わない場合はトラフィックも切り替えてから、古いタスクセットを削除します。
aws ecs update-service-primary-task-set \
  --region "$region" --cluster "$cluster" --service "$service" --primary-task-set "$new"
aws ecs delete-task-set \
  --region "$region" --cluster "$cluster" --service "$service" --task-set "$old" --force

# 確認：PRIMARYのタスクセットのプラットフォームバージョンが{latest_version|shell}になっていること。
aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" \
  --query ''taskSets[].[id,status,platformVersion,runningCount]'' \
  --output table'),
  ('ECS.10', 'external', 'terraform', 1, 'ja', '# このサービスは外部コントローラーでデプロイされます。プラットフォームバージョンはタスクセットごとに決まり、変更するとタスクセットが
# 作り直されます。タスクを止めないために、2つ目のタスクセットを追加して適用し、プライマリに切り替えてから（AWS CLIの手順を参照。
# Terraformには該当する引数がありません）、古いリソースを削除してください。
resource "aws_ecs_task_set" "{name|hcl_id}_latest" {{
  service         = {name|hcl}
  cluster         = {cluster_ref|hcl}
  task_definition = {task_definition|hcl}

  platform_version  = "LATEST"
  wait_until_stable = true

  # その他の引数は変更せず、古いタスクセットから転記します
}');
