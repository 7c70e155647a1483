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
  ('ECS.12', 'risk', 1, 'en', 'Faults are seen late',
    'Without metrics of tasks and containers, leaks, crashes and overload show only when users complain.'),
  ('ECS.12', 'risk', 1, 'ja', '異常の発見が遅れる',
    'タスクやコンテナのメトリクスがないと、メモリリーク、異常終了、過負荷に、利用者からの苦情で初めて気付くことになります。'),
  ('ECS.12', 'risk', 2, 'en', 'No data to look back on',
    'After an incident nothing shows how the load of a service developed.'),
  ('ECS.12', 'risk', 2, 'ja', '振り返るデータがない',
    'インシデントの後に、サービスの負荷の推移を確認できません。'),
  ('ECS.12', 'countermeasure', 1, 'en', 'Turn Container Insights on',
    'Set containerInsights to enhanced, or to enabled, on every cluster; it is billed by metrics.'),
  ('ECS.12', 'countermeasure', 1, 'ja', 'Container Insightsを有効にする',
    'すべてのクラスターで、containerInsightsをenhancedまたはenabledに設定します。料金はメトリクスに応じて発生します。'),
  ('ECS.12', 'countermeasure', 2, 'en', 'Make it the default',
    'put-account-setting-default turns it on for clusters to come.'),
  ('ECS.12', 'countermeasure', 2, 'ja', '既定で有効にする',
    'put-account-setting-defaultで、今後作成するクラスターの既定値を変更できます。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.12', 'container_insights_on', 'en',
    '{name} uses Container Insights ({actual}).'),
  ('ECS.12', 'container_insights_on', 'ja',
    '{name}では、Container Insightsが有効です（{actual}）。'),
  ('ECS.12', 'container_insights_off', 'en',
    '{name} does not use Container Insights.'),
  ('ECS.12', 'container_insights_off', 'ja',
    '{name}では、Container Insightsが有効ではありません。'),
  ('ECS.12', 'settings_unknown', 'en',
    'The exports that hold {name} were made without its settings.'),
  ('ECS.12', 'settings_unknown', 'ja',
    '{name}を含むエクスポートは、設定を含めずに取得されています。'),
  ('ECS.12', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.12', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.12', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.12', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.12', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.12', 'default', 'console', 2, 'en', 'In the navigation pane choose Clusters, then the cluster {name}.'),
  ('ECS.12', 'default', 'console', 3, 'en', 'Choose Update cluster and expand Monitoring.'),
  ('ECS.12', 'default', 'console', 4, 'en', 'Choose Container Insights with enhanced observability, then Update.'),
  ('ECS.12', 'default', 'cli', 1, 'en', 'aws ecs update-cluster-settings \
  --region {region|shell} \
  --cluster {name|shell} \
  --settings name=containerInsights,value=enhanced'),
  ('ECS.12', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_cluster" "{name|hcl_id}" {{
  name = {name|hcl}

  setting {{
    name  = "containerInsights"
    value = "enhanced"
  }

  # other arguments unchanged
}'),
  ('ECS.12', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.12', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［クラスター］を選択し、クラスター{name}を選択します。'),
  ('ECS.12', 'default', 'console', 3, 'ja', '［クラスターの更新］を選択し、［モニタリング］を展開します。'),
  ('ECS.12', 'default', 'console', 4, 'ja', '［オブザーバビリティが強化されたContainer Insights］を選択し、［更新］を選択します。'),
  ('ECS.12', 'default', 'cli', 1, 'ja', 'aws ecs update-cluster-settings \
  --region {region|shell} \
  --cluster {name|shell} \
  --settings name=containerInsights,value=enhanced'),
  ('ECS.12', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_cluster" "{name|hcl_id}" {{
  name = {name|hcl}

  setting {{
    name  = "containerInsights"
    value = "enhanced"
  }

  # 他の引数は変更しません
}');
