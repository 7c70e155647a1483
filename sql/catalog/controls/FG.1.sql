-- FG.1: Running tasks should be on the version that LATEST means now.

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('FG.1', 'fargauge', 2, 'control_FG_1', 'MEDIUM',
    'Identify > Vulnerability, patch, and version management', 'AWS::ECS::Service',
    null, null,
    null);

insert into control_text (control_id, lang, title, description) values
  ('FG.1', 'en', 'Running tasks should be on the version that LATEST means now',
    'Checks the platform version that running tasks really have, as their deployment or task set reports it. LATEST is resolved when a deployment starts and scaling keeps that version, so a service set to LATEST can run old tasks until its next deployment.'),
  ('FG.1', 'ja', '稼働中のタスクは、現在LATESTが指すバージョンで実行する必要があります',
    'デプロイやタスクセットの情報から、稼働中のタスクが実際に使っているプラットフォームバージョンを確認します。LATESTが具体的なバージョンに決まるのはデプロイの開始時であり、スケーリングではそのバージョンが引き継がれます。そのため、LATESTを指定したサービスでも、次のデプロイまで古いタスクが残ることがあります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('FG.1', 'risk', 1, 'en', 'The setting says LATEST, the tasks do not run on it',
    'Checks of the setting alone report such a service as compliant, while its tasks go on with the faults and vulnerabilities of the old version.'),
  ('FG.1', 'risk', 1, 'ja', '設定はLATESTでも、実行環境は古い',
    '設定だけを見る検査では準拠していると報告される一方で、タスクは古いバージョンの不具合や脆弱性を抱えたまま動き続けます。'),
  ('FG.1', 'risk', 2, 'en', 'The gap does not close by itself',
    'Tasks added by scaling take the version of the present deployment. A service that is stable and rarely deployed can therefore stay behind for years.'),
  ('FG.1', 'risk', 2, 'ja', '差は自然には解消されない',
    'スケーリングで追加されるタスクは、現在のデプロイのバージョンを引き継ぎます。安定していてデプロイの少ないサービスほど、何年も取り残されることがあります。'),
  ('FG.1', 'risk', 3, 'en', 'AWS replaces them at a time of its own',
    'When a platform version is retired, AWS forces a new deployment of services on LATEST that still run on it, and in the end stops the remaining tasks. That may be in the middle of your business hours.'),
  ('FG.1', 'risk', 3, 'ja', 'AWSの都合で置き換えられる',
    'プラットフォームバージョンが廃止されるとき、AWSは、LATESTを指定しながらそのバージョンで動いているサービスに新しいデプロイを強制し、最終的には残ったタスクを停止します。それが業務時間中になる可能性もあります。'),
  ('FG.1', 'countermeasure', 1, 'en', 'Force a new deployment when LATEST moves',
    'A forced deployment with an unchanged definition replaces the tasks and resolves LATEST anew. Do it at a time of your choosing, first in a test environment.'),
  ('FG.1', 'countermeasure', 1, 'ja', 'LATESTの指す先が変わったら、新しいデプロイを強制する',
    '定義を変えずに新しいデプロイを強制すると、タスクが置き換えられ、LATESTが改めて解決されます。テスト環境で確認したうえで、都合のよい時間帯に実施します。'),
  ('FG.1', 'countermeasure', 2, 'en', 'Redeploy at regular intervals',
    'Schedule a forced deployment, for example once a month, for services that seldom change. New tasks also start on the newest patched revision of their platform version.'),
  ('FG.1', 'countermeasure', 2, 'ja', '定期的に再デプロイする',
    '変更の少ないサービスでは、月に1回など、デプロイの強制を定期的に実行します。新しいタスクは、そのプラットフォームバージョンの最新のパッチ適用済みリビジョンで起動します。'),
  ('FG.1', 'countermeasure', 3, 'en', 'Watch what runs, not what is set',
    'Compare the platform version of deployments and task sets with the current one after every announcement by AWS, as this control does.'),
  ('FG.1', 'countermeasure', 3, 'ja', '設定ではなく実際のバージョンを確認する',
    'AWSの発表のたびに、デプロイやタスクセットのプラットフォームバージョンを現行バージョンと比べます。このコントロールはその確認を行うものです。');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('FG.1', 'running_current', 'PASSED'),
  ('FG.1', 'running_outdated', 'FAILED'),
  ('FG.1', 'no_deployments', 'INSUFFICIENT_DATA'),
  ('FG.1', 'running_version_unknown', 'INSUFFICIENT_DATA'),
  ('FG.1', 'newer_than_catalogue', 'INSUFFICIENT_DATA'),
  ('FG.1', 'unknown_platform_family', 'INSUFFICIENT_DATA'),
  ('FG.1', 'unknown_launch_type', 'INSUFFICIENT_DATA'),
  ('FG.1', 'no_running_tasks', 'NOT_APPLICABLE'),
  ('FG.1', 'not_fargate', 'NOT_APPLICABLE'),
  ('FG.1', 'inactive', 'NOT_APPLICABLE');

insert into reason_text (control_id, reason, lang, text) values
  ('FG.1', 'running_current', 'en',
    '{name} runs its tasks on platform version {actual} ({subject}), which is not older than the current version {expected}.'),
  ('FG.1', 'running_current', 'ja',
    '{name}のタスク（{subject}）はプラットフォームバージョン{actual}で稼働しており、現行バージョン{expected}より古くはありません。'),
  ('FG.1', 'running_outdated', 'en',
    '{name} still runs tasks on platform version {actual} ({subject}); LATEST means {expected}.'),
  ('FG.1', 'running_outdated', 'ja',
    '{name}のタスク（{subject}）は今もプラットフォームバージョン{actual}で稼働していますが、LATESTが指すのは{expected}です。'),
  ('FG.1', 'no_deployments', 'en',
    'No export lists what {name} runs; AWS Config never does.'),
  ('FG.1', 'no_deployments', 'ja',
    '{name}が実行しているタスクの情報は、どのエクスポートにもありません（AWS Configには含まれません）。'),
  ('FG.1', 'running_version_unknown', 'en',
    '{name} has running tasks ({subject}) whose platform version no export states as three numbers.'),
  ('FG.1', 'running_version_unknown', 'ja',
    '{name}の稼働中のタスク（{subject}）について、3つの数字によるプラットフォームバージョンがどのエクスポートにも記載されていません。'),
  ('FG.1', 'newer_than_catalogue', 'en',
    '{name} runs tasks on platform version {actual}, which is newer than any in the catalogue; if AWS has released it, assess again with --latest-linux or --latest-windows.'),
  ('FG.1', 'newer_than_catalogue', 'ja',
    '{name}のタスクが稼働しているプラットフォームバージョン{actual}は、カタログのどのバージョンよりも新しいため、AWSが公開済みであれば--latest-linuxまたは--latest-windowsを付けて再評価してください。'),
  ('FG.1', 'unknown_platform_family', 'en',
    '{name} runs tasks on platform version {actual}, and no export says whether that means Linux or Windows.'),
  ('FG.1', 'unknown_platform_family', 'ja',
    '{name}のタスクのプラットフォームバージョン{actual}がLinuxとWindowsのどちらのものかは、どのエクスポートからも分かりません。'),
  ('FG.1', 'unknown_launch_type', 'en',
    'No export states a launch type, a capacity provider strategy or a platform version for {name}.'),
  ('FG.1', 'unknown_launch_type', 'ja',
    '{name}の起動タイプ、キャパシティプロバイダー戦略、プラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.1', 'no_running_tasks', 'en',
    '{name} has no running tasks.'),
  ('FG.1', 'no_running_tasks', 'ja',
    '{name}には稼働中のタスクがありません。'),
  ('FG.1', 'not_fargate', 'en',
    '{name} runs on {actual}, not on Fargate.'),
  ('FG.1', 'not_fargate', 'ja',
    '{name}はFargateではなく{actual}で実行されています。'),
  ('FG.1', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('FG.1', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。');

insert into remedy (control_id, variant, method, position, lang, text) values
  ('FG.1', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('FG.1', 'default', 'console', 2, 'en', 'In the navigation pane choose Clusters, then choose the cluster {cluster}.'),
  ('FG.1', 'default', 'console', 3, 'en', 'On the Services tab choose the service {name}.'),
  ('FG.1', 'default', 'console', 4, 'en', 'Choose Update service.'),
  ('FG.1', 'default', 'console', 5, 'en', 'Expand Compute configuration and make sure that Platform version is LATEST.'),
  ('FG.1', 'default', 'console', 6, 'en', 'Select Force new deployment and choose Update. Nothing else has to change.'),
  ('FG.1', 'default', 'console', 7, 'en', 'Follow the deployment on the Deployments tab. When it has completed, open a task from the Tasks tab: its platform version should be {latest_version}.'),
  ('FG.1', 'default', 'cli', 1, 'en', '# Replace the running tasks: the new deployment resolves LATEST anew.
# If the service is pinned to a number, add: --platform-version LATEST
aws ecs update-service \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --service {name|shell} \
  --force-new-deployment

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --services {name|shell}

# Check: only the PRIMARY deployment should be left, on platform version {latest_version|shell}.
aws ecs describe-services \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --services {name|shell} \
  --query ''services[].deployments[].[id,status,platformVersion,runningCount]'' \
  --output table'),
  ('FG.1', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  platform_version     = "LATEST"
  force_new_deployment = true

  # With nothing to change, Terraform starts no deployment: change this value whenever AWS moves LATEST.
  triggers = {{
    platform_version = {latest_version|hcl}
  }

  # other arguments unchanged
}'),
  ('FG.1', 'default', 'console', 1, 'ja', 'AWSマネジメントコンソールでアカウント{account_id}、リージョン{region}に切り替え、Elastic Container Serviceを開きます。'),
  ('FG.1', 'default', 'console', 2, 'ja', 'ナビゲーションペインで「クラスター」を選択し、クラスター「{cluster}」を選択します。'),
  ('FG.1', 'default', 'console', 3, 'ja', '「サービス」タブで、サービス「{name}」を選択します。'),
  ('FG.1', 'default', 'console', 4, 'ja', '「サービスを更新」を選択します。'),
  ('FG.1', 'default', 'console', 5, 'ja', '「コンピューティング設定」を展開し、「プラットフォームバージョン」が「LATEST」であることを確認します。'),
  ('FG.1', 'default', 'console', 6, 'ja', '「新しいデプロイの強制」にチェックを入れ、「更新」を選択します。ほかの設定を変更する必要はありません。'),
  ('FG.1', 'default', 'console', 7, 'ja', '「デプロイ」タブで進行状況を確認します。完了後に「タスク」タブからタスクを開き、プラットフォームバージョンが{latest_version}になっていることを確認します。'),
  ('FG.1', 'default', 'cli', 1, 'ja', '# 稼働中のタスクを置き換えます。新しいデプロイでLATESTが改めて解決されます。
# サービスが特定のバージョンに固定されている場合は、--platform-version LATESTを追加してください。
aws ecs update-service \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --service {name|shell} \
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
  ('FG.1', 'default', 'terraform', 1, 'ja', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  platform_version     = "LATEST"
  force_new_deployment = true

  # 差分がなければTerraformはデプロイを開始しません。LATESTの指す先が変わるたびに、この値を変更してください。
  triggers = {{
    platform_version = {latest_version|hcl}
  }

  # その他の引数は変更しません
}');

-- Where ECS does not deploy by itself, new tasks take a new deployment that asks for LATEST in any case.
insert into remedy (control_id, variant, method, position, lang, text)
select 'FG.1', variant, method, position, lang, text
from remedy
where control_id = 'ECS.10' and variant in ('code_deploy', 'external');
