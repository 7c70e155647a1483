-- ECS.12: ECS clusters should use Container Insights.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.12', 'aws', 18, 'control_ECS_12', 'MEDIUM',
    'Identify > Logging', 'AWS::ECS::Cluster',
    'ecs-container-insights-enabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.12', 'nist-800-53-r5', 'AU-6(3)'),
  ('ECS.12', 'nist-800-53-r5', 'AU-6(4)'),
  ('ECS.12', 'nist-800-53-r5', 'CA-7'),
  ('ECS.12', 'nist-800-53-r5', 'SI-2'),
  ('ECS.12', 'aws-fsbp', 'ECS.12');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.12', 'container_insights_on', 'PASSED'),
  ('ECS.12', 'container_insights_off', 'FAILED'),
  ('ECS.12', 'settings_unknown', 'INSUFFICIENT_DATA'),
  ('ECS.12', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.12', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.12', 'en', 'ECS clusters should use Container Insights',
    'Fails when a cluster has Container Insights neither enabled nor enhanced, and so collects no metrics of its tasks and containers.'),
  ('ECS.12', 'ja', 'ECSクラスターはContainer Insightsを使用する必要があります',
    'クラスターのContainer Insightsの設定がenabledでもenhancedでもなく、タスクやコンテナのメトリクスが収集されない場合に不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.12', 'risk', 1, 'en', 'Trouble is noticed late',
    'Without metrics of tasks and containers, a memory leak, a restart loop or a sudden load shows only when users complain.'),
  ('ECS.12', 'risk', 1, 'ja', '異常に気づくのが遅れる',
    'タスクやコンテナのメトリクスがないと、メモリリーク、再起動の繰り返し、負荷の急増は、利用者からの申告があるまで分かりません。'),
  ('ECS.12', 'risk', 2, 'en', 'Attacks leave fewer traces',
    'Mining of crypto-currency or a copy of data going out shows in CPU and network figures first. A cluster without them has nothing to compare with.'),
  ('ECS.12', 'risk', 2, 'ja', '攻撃の痕跡が残りにくい',
    '暗号資産のマイニングやデータの持ち出しは、まずCPUやネットワークの数値に現れます。メトリクスがないクラスターでは、平常時と比べることができません。'),
  ('ECS.12', 'risk', 3, 'en', 'Causes stay unknown',
    'Tasks on Fargate are gone when they stop. What was not collected while they ran cannot be asked for afterwards.'),
  ('ECS.12', 'risk', 3, 'ja', '原因を突き止められない',
    'Fargateのタスクは、停止すると残りません。稼働中に収集していなかった情報を、後から調べることはできません。'),
  ('ECS.12', 'countermeasure', 1, 'en', 'Turn Container Insights on',
    'Set it to enhanced, or at least to enabled. Enhanced also shows each task and container. It takes effect without a new deployment; CloudWatch charges for the metrics.'),
  ('ECS.12', 'countermeasure', 1, 'ja', 'Container Insightsを有効にする',
    'enhanced、または少なくともenabledに設定します。enhancedでは、タスクやコンテナごとの状況も確認できます。新しいデプロイは必要ありませんが、CloudWatchのメトリクスの料金がかかります。'),
  ('ECS.12', 'countermeasure', 2, 'en', 'Make it the default of the account',
    'The account setting containerInsights holds for every cluster made from then on in that Region. Clusters that exist already keep their own setting.'),
  ('ECS.12', 'countermeasure', 2, 'ja', 'アカウントの既定値にする',
    'アカウント設定のcontainerInsightsを変更すると、以後そのリージョンで作成するすべてのクラスターに適用されます。既存のクラスターの設定は変わりません。'),
  ('ECS.12', 'countermeasure', 3, 'en', 'Set alarms',
    'Figures help only if someone hears of them. Set CloudWatch alarms on CPU, memory and the number of running tasks, and decide who answers them.'),
  ('ECS.12', 'countermeasure', 3, 'ja', 'アラームを設定する',
    'メトリクスは、変化が通知されてこそ役に立ちます。CPU、メモリ、実行中のタスク数にCloudWatchアラームを設定し、誰が対応するかを決めておきます。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.12', 'container_insights_off', 'en', 'Container Insights is not turned on for {name}.'),
  ('ECS.12', 'container_insights_off', 'ja', '{name}ではContainer Insightsが有効になっていません。'),
  ('ECS.12', 'container_insights_on', 'en', 'Container Insights is turned on for {name} ({actual}).'),
  ('ECS.12', 'container_insights_on', 'ja', '{name}ではContainer Insightsが有効になっています（{actual}）。'),
  ('ECS.12', 'settings_unknown', 'en',
    'No export states the settings of {name}; describe-clusters gives them only with --include SETTINGS.'),
  ('ECS.12', 'settings_unknown', 'ja',
    '{name}の設定は、どのエクスポートにも記載されていません（describe-clustersでは、--include SETTINGSを付けた場合にだけ出力されます）。'),
  ('ECS.12', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.12', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.12', 'inactive', 'en', '{name} is inactive or deleted.'),
  ('ECS.12', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.12', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.12', 'default', 'console', 2, 'en', 'In the navigation pane choose Clusters, then choose the cluster {name}.'),
  ('ECS.12', 'default', 'console', 3, 'en', 'Choose Update cluster.'),
  ('ECS.12', 'default', 'console', 4, 'en', 'Expand Monitoring and choose Container Insights with enhanced observability.'),
  ('ECS.12', 'default', 'console', 5, 'en', 'Choose Update. After a few minutes the metrics of the cluster appear in CloudWatch, under Container Insights.'),
  ('ECS.12', 'default', 'cli', 1, 'en', '# Turn Container Insights on; write enabled instead of enhanced for the metrics of clusters and services only.
aws ecs update-cluster-settings \
  --region {region|shell} \
  --cluster {name|shell} \
  --settings name=containerInsights,value=enhanced

# Check: the value should be enhanced.
aws ecs describe-clusters \
  --region {region|shell} \
  --clusters {name|shell} \
  --include SETTINGS \
  --query ''clusters[].settings[]'' \
  --output table

# For clusters to come, make it the default of the account in this Region:
# aws ecs put-account-setting-default --region {region|shell} --name containerInsights --value enhanced'),
  ('ECS.12', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_cluster" "{name|hcl_id}" {{
  name = {name|hcl}

  # or "enabled"; old versions of the AWS provider do not know "enhanced"
  setting {{
    name  = "containerInsights"
    value = "enhanced"
  }

  # other arguments unchanged
}'),
  ('ECS.12', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.12', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「クラスター」を選択し、クラスター「{name}」を選択します。'),
  ('ECS.12', 'default', 'console', 3, 'ja', '「クラスターの更新」を選択します。'),
  ('ECS.12', 'default', 'console', 4, 'ja', '「モニタリング」を展開し、「オブザーバビリティが強化されたContainer Insights」を選択します。'),
  ('ECS.12', 'default', 'console', 5, 'ja', '「更新」を選択します。数分後に、CloudWatchの「Container Insights」にクラスターのメトリクスが表示されます。'),
  ('ECS.12', 'default', 'cli', 1, 'ja', '# Container Insightsを有効にします。クラスターとサービスのメトリクスだけでよい場合は、enhancedの代わりにenabledを指定してください。
aws ecs update-cluster-settings \
  --region {region|shell} \
  --cluster {name|shell} \
  --settings name=containerInsights,value=enhanced

# 確認：値がenhancedになっていること。
aws ecs describe-clusters \
  --region {region|shell} \
  --clusters {name|shell} \
  --include SETTINGS \
  --query ''clusters[].settings[]'' \
  --output table

# 今後作成するクラスターのために、このリージョンのアカウントの既定値にする場合：
# aws ecs put-account-setting-default --region {region|shell} --name containerInsights --value enhanced'),
  ('ECS.12', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_cluster" "{name|hcl_id}" {{
  name = {name|hcl}

  # "enabled"でもかまいません。AWSプロバイダーの古いバージョンは"enhanced"に対応していません
  setting {{
    name  = "containerInsights"
    value = "enhanced"
  }

  # その他の引数は変更しません
}');
