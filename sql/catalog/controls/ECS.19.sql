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
  ('ECS.19', 'risk', 1, 'en', 'Scaling in takes running tasks with it',
    'Without the protection, the Auto Scaling group may end any instance when it scales in, whatever runs on it. Requests break off, and work that was half done is lost.'),
  ('ECS.19', 'risk', 1, 'ja', 'スケールインで稼働中のタスクまで終了する',
    'マネージド終了保護がないと、スケールインの際に、タスクが動いているインスタンスでも終了の対象になります。リクエストが途切れ、処理中の作業が失われるおそれがあります。'),
  ('ECS.19', 'risk', 2, 'en', 'A busy service can fall short',
    'When several instances go at once, the tasks that remain carry the whole load until new ones have started. That may bring down a service that had been sized well.'),
  ('ECS.19', 'risk', 2, 'ja', '処理能力が不足する',
    '複数のインスタンスが同時に終了すると、新しいタスクが起動するまで、残ったタスクがすべての負荷を受け持ちます。適切な規模で運用していたサービスでも、停止に至ることがあります。'),
  ('ECS.19', 'countermeasure', 1, 'en', 'Enable managed termination protection',
    'Turn it on in the capacity provider. ECS then protects every instance that runs tasks, other than daemon tasks, and lets the group end only those that are empty.'),
  ('ECS.19', 'countermeasure', 1, 'ja', 'マネージド終了保護を有効にする',
    'キャパシティプロバイダーで有効にします。以後は、デーモン以外のタスクが動いているインスタンスをECSが保護し、空いたインスタンスだけが終了の対象になります。'),
  ('ECS.19', 'countermeasure', 2, 'en', 'Use managed scaling with it',
    'The protection works only together with managed scaling. Scaling policies of your own on the same group work against it and should go.'),
  ('ECS.19', 'countermeasure', 2, 'ja', 'マネージドスケーリングと併用する',
    'マネージド終了保護は、マネージドスケーリングが有効な場合にだけ機能します。同じグループに独自のスケーリングポリシーがあると競合するため、削除します。'),
  ('ECS.19', 'countermeasure', 3, 'en', 'Drain what does end',
    'Managed instance draining moves tasks away in good order when an instance has to go after all. Tasks should also end cleanly on SIGTERM.'),
  ('ECS.19', 'countermeasure', 3, 'ja', '終了するインスタンスからタスクを退避させる',
    'マネージドインスタンスドレインを有効にすると、インスタンスを終了する場合でも、タスクを順序よく退避できます。タスクがSIGTERMを受けて正常に終了できるようにしておくことも大切です。');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.19', 'termination_protection_off', 'en', 'Managed termination protection is not enabled in {name}.'),
  ('ECS.19', 'termination_protection_off', 'ja', '{name}ではマネージド終了保護が有効になっていません。'),
  ('ECS.19', 'termination_protection_on', 'en', 'Managed termination protection is enabled in {name}.'),
  ('ECS.19', 'termination_protection_on', 'ja', '{name}ではマネージド終了保護が有効になっています。'),
  ('ECS.19', 'no_auto_scaling_group', 'en', '{name} is not built on an Auto Scaling group.'),
  ('ECS.19', 'no_auto_scaling_group', 'ja', '{name}は、Auto Scalingグループを使うキャパシティプロバイダーではありません。'),
  ('ECS.19', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.19', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.19', 'inactive', 'en', '{name} is inactive or deleted.'),
  ('ECS.19', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');

-- ECS protects the instances of the group by itself now; where AWS still asks for it beforehand, it says so.
insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.19', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.19', 'default', 'console', 2, 'en', 'In the navigation pane choose Clusters, choose a cluster that uses the capacity provider {name}, then its Infrastructure tab.'),
  ('ECS.19', 'default', 'console', 3, 'en', 'Choose the capacity provider {name}, then Update.'),
  ('ECS.19', 'default', 'console', 4, 'en', 'Under Auto Scaling group settings, turn on Managed scaling if it is off, and Managed termination protection.'),
  ('ECS.19', 'default', 'console', 5, 'en', 'Choose Update. It takes a few minutes until the instances that run tasks are protected.'),
  ('ECS.19', 'default', 'cli', 1, 'en', '# The protection works only with managed scaling: this should print ENABLED. If it does not, write
# managedScaling={{status=ENABLED},managedTerminationProtection=ENABLED below.
aws ecs describe-capacity-providers \
  --region {region|shell} \
  --capacity-providers {name|shell} \
  --query ''capacityProviders[].autoScalingGroupProvider.managedScaling.status'' \
  --output text

# If AWS answers that the group must have instance protection from scale in, first run: aws autoscaling
# update-auto-scaling-group --auto-scaling-group-name <GROUP> --new-instances-protected-from-scale-in
aws ecs update-capacity-provider \
  --region {region|shell} \
  --name {name|shell} \
  --auto-scaling-group-provider managedTerminationProtection=ENABLED

# Check: it should print ENABLED, after a while UPDATE_COMPLETE.
aws ecs describe-capacity-providers \
  --region {region|shell} \
  --capacity-providers {name|shell} \
  --query ''capacityProviders[].[autoScalingGroupProvider.managedTerminationProtection,updateStatus]'' \
  --output text'),
  ('ECS.19', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_capacity_provider" "{name|hcl_id}" {{
  name = {name|hcl}

  auto_scaling_group_provider {{
    auto_scaling_group_arn         = "<AUTO_SCALING_GROUP_ARN>"
    managed_termination_protection = "ENABLED"

    # the protection works only with managed scaling
    managed_scaling {{
      status = "ENABLED"
    }
  }

  # other arguments unchanged
}

# In the Auto Scaling group, so that Terraform and ECS do not undo each other:
#   protect_from_scale_in = true'),
  ('ECS.19', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('ECS.19', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「クラスター」を選択し、キャパシティプロバイダー「{name}」を使うクラスターを選択して、「インフラストラクチャ」タブを選択します。'),
  ('ECS.19', 'default', 'console', 3, 'ja', 'キャパシティプロバイダー「{name}」を選択し、「更新」を選択します。'),
  ('ECS.19', 'default', 'console', 4, 'ja', '「Auto Scalingグループの設定」で、「マネージドスケーリング」がオフの場合はオンにし、「マネージド終了保護」をオンにします。'),
  ('ECS.19', 'default', 'console', 5, 'ja', '「更新」を選択します。タスクが動いているインスタンスが保護されるまで、数分かかります。'),
  ('ECS.19', 'default', 'cli', 1, 'ja', '# マネージド終了保護は、マネージドスケーリングが有効な場合にだけ機能します。次のコマンドでENABLEDと表示されない場合は、
# 下の指定をmanagedScaling={{status=ENABLED},managedTerminationProtection=ENABLEDに置き換えてください。
aws ecs describe-capacity-providers \
  --region {region|shell} \
  --capacity-providers {name|shell} \
  --query ''capacityProviders[].autoScalingGroupProvider.managedScaling.status'' \
  --output text

# グループにスケールインに対する保護が必要だというエラーになる場合は、先に次を実行してください：aws autoscaling
# update-auto-scaling-group --auto-scaling-group-name <GROUP> --new-instances-protected-from-scale-in
aws ecs update-capacity-provider \
  --region {region|shell} \
  --name {name|shell} \
  --auto-scaling-group-provider managedTerminationProtection=ENABLED

# 確認：ENABLEDと表示され、しばらくしてUPDATE_COMPLETEになること。
aws ecs describe-capacity-providers \
  --region {region|shell} \
  --capacity-providers {name|shell} \
  --query ''capacityProviders[].[autoScalingGroupProvider.managedTerminationProtection,updateStatus]'' \
  --output text'),
  ('ECS.19', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_capacity_provider" "{name|hcl_id}" {{
  name = {name|hcl}

  auto_scaling_group_provider {{
    auto_scaling_group_arn         = "<AUTO_SCALING_GROUP_ARN>"
    managed_termination_protection = "ENABLED"

    # マネージドスケーリングが有効な場合にだけ機能します
    managed_scaling {{
      status = "ENABLED"
    }
  }

  # その他の引数は変更しません
}

# TerraformとECSが互いの変更を打ち消さないように、Auto Scalingグループには次を設定します。
#   protect_from_scale_in = true');
