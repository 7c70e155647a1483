-- ECS.19: ECS capacity providers should have managed termination protection enabled.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-19

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.19', 'aws', 25, 'control_ECS_19', 'MEDIUM',
    'Protect > Data Protection', 'AWS::ECS::CapacityProvider',
    'ecs-capacity-provider-termination-check', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-19');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.19', 'aws-fsbp', 'ECS.19');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.19', 'termination_protection_on', 'PASSED'),
  ('ECS.19', 'termination_protection_off', 'FAILED'),
  ('ECS.19', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.19', 'no_auto_scaling_group', 'NOT_APPLICABLE'),
  ('ECS.19', 'inactive', 'NOT_APPLICABLE');

insert into control_text (control_id, lang, title, description) values
  ('ECS.19', 'en', 'ECS capacity providers should have managed termination protection enabled',
    'Fails when a capacity provider built on an Auto Scaling group lets scaling in end instances on which tasks still run.'),
  ('ECS.19', 'ja', 'ECSキャパシティプロバイダーでは、マネージド終了保護を有効にする必要があります',
    'Auto Scalingグループを使うキャパシティプロバイダーで、タスクが動いているインスタンスがスケールインによって終了されうる場合に不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.19', 'risk', 1, 'en', 'Instances with running tasks are ended',
    'When the group scales in, an instance may be ended although tasks still run on it.'),
  ('ECS.19', 'risk', 1, 'ja', 'タスクの実行中に終了される',
    'グループの縮小時に、タスクが実行中のインスタンスが終了されることがあります。'),
  ('ECS.19', 'risk', 2, 'en', 'Work is lost',
    'Requests and jobs in progress are broken off.'),
  ('ECS.19', 'risk', 2, 'ja', '処理が失われる',
    '処理中のリクエストやジョブが中断されます。'),
  ('ECS.19', 'countermeasure', 1, 'en', 'Turn managed termination protection on',
    'ECS then protects instances that run tasks from being ended.'),
  ('ECS.19', 'countermeasure', 1, 'ja', 'マネージド終了保護を有効にする',
    'タスクを実行しているインスタンスが、スケールインで終了されないように保護されます。'),
  ('ECS.19', 'countermeasure', 2, 'en', 'Meet its conditions',
    'It needs managed scaling, and protection from scale-in on the Auto Scaling group.'),
  ('ECS.19', 'countermeasure', 2, 'ja', '前提条件を満たす',
    'マネージドスケーリングと、Auto Scalingグループのスケールイン保護が必要です。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.19', 'termination_protection_on', 'en',
    '{name} has managed termination protection.'),
  ('ECS.19', 'termination_protection_on', 'ja',
    '{name}では、マネージド終了保護が有効です。'),
  ('ECS.19', 'termination_protection_off', 'en',
    '{name} has no managed termination protection.'),
  ('ECS.19', 'termination_protection_off', 'ja',
    '{name}では、マネージド終了保護が有効ではありません。'),
  ('ECS.19', 'not_in_inventory', 'en',
    'AWS has judged {name}, but no inventory that was handed over holds it.'),
  ('ECS.19', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.19', 'no_auto_scaling_group', 'en',
    '{name} stands for no Auto Scaling group.'),
  ('ECS.19', 'no_auto_scaling_group', 'ja',
    '{name}は、Auto Scalingグループのキャパシティプロバイダーではありません。'),
  ('ECS.19', 'inactive', 'en',
    '{name} is inactive or was deleted.'),
  ('ECS.19', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.19', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.19', 'default', 'console', 2, 'en', 'In the navigation pane choose Clusters, then a cluster that uses {name}, and its Infrastructure tab.'),
  ('ECS.19', 'default', 'console', 3, 'en', 'Choose the capacity provider {name}, then Update.'),
  ('ECS.19', 'default', 'console', 4, 'en', 'Turn managed scaling and managed termination protection on, and choose Update.'),
  ('ECS.19', 'default', 'cli', 1, 'en', 'aws autoscaling update-auto-scaling-group \
  --region {region|shell} \
  --auto-scaling-group-name ''<AUTO_SCALING_GROUP>'' \
  --new-instances-protected-from-scale-in
aws ecs update-capacity-provider \
  --region {region|shell} \
  --name {name|shell} \
  --auto-scaling-group-provider ''managedScaling={{status=ENABLED},managedTerminationProtection=ENABLED'''),
  ('ECS.19', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_capacity_provider" "{name|hcl_id}" {{
  name = {name|hcl}

  auto_scaling_group_provider {{
    auto_scaling_group_arn         = "<AUTO_SCALING_GROUP_ARN>"
    managed_termination_protection = "ENABLED"

    managed_scaling {{
      status = "ENABLED"
    }
  }

  # other arguments unchanged
}'),
  ('ECS.19', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.19', 'default', 'console', 2, 'ja', 'ナビゲーションペインで［クラスター］を選択し、{name}を使用するクラスターの［インフラストラクチャ］タブを開きます。'),
  ('ECS.19', 'default', 'console', 3, 'ja', 'キャパシティプロバイダー{name}を選択し、［更新］を選択します。'),
  ('ECS.19', 'default', 'console', 4, 'ja', 'マネージドスケーリングとマネージド終了保護をオンにし、［更新］を選択します。'),
  ('ECS.19', 'default', 'cli', 1, 'ja', 'aws autoscaling update-auto-scaling-group \
  --region {region|shell} \
  --auto-scaling-group-name ''<AUTO_SCALING_GROUP>'' \
  --new-instances-protected-from-scale-in
aws ecs update-capacity-provider \
  --region {region|shell} \
  --name {name|shell} \
  --auto-scaling-group-provider ''managedScaling={{status=ENABLED},managedTerminationProtection=ENABLED'''),
  ('ECS.19', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_capacity_provider" "{name|hcl_id}" {{
  name = {name|hcl}

  auto_scaling_group_provider {{
    auto_scaling_group_arn         = "<AUTO_SCALING_GROUP_ARN>"
    managed_termination_protection = "ENABLED"

    managed_scaling {{
      status = "ENABLED"
    }
  }

  # 他の引数は変更しません
}');
