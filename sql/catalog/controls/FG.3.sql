-- FG.3: Services should not use a platform version that is retired or soon will be.

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('FG.3', 'fargauge', 4, 'control_FG_3', 'MEDIUM',
    'Identify > Vulnerability, patch, and version management', 'AWS::ECS::Service',
    null, null,
    null);

-- This program's own choice.
insert into control_parameter (control_id, name, since, value, source) values
  ('FG.3', 'retirementWarningDays', '2017-11-29', '90',
    'fargauge');

insert into control_text (control_id, lang, title, description) values
  ('FG.3', 'en', 'Services should not use a platform version that is retired or soon will be',
    'Checks the platform version of a Fargate service against the retirement dates AWS has published. It fails past that date, and within a warning period before it (90 days unless set otherwise).'),
  ('FG.3', 'ja', 'サービスでは、廃止済みまたは廃止間近のプラットフォームバージョンを使用しないでください',
    'Fargateサービスのプラットフォームバージョンを、AWSが公表している廃止日と照らし合わせます。廃止日を過ぎている場合と、廃止日までの警告期間（既定では90日）に入っている場合に不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('FG.3', 'risk', 1, 'en', 'New tasks will not start',
    'From its retirement on, a platform version takes no new tasks or services. A service pinned to it can then neither scale out nor replace a task that failed.'),
  ('FG.3', 'risk', 1, 'ja', '新しいタスクを起動できなくなる',
    '廃止されたプラットフォームバージョンでは、新しいタスクの起動やサービスの作成ができません。そのバージョンに固定されたサービスは、スケールアウトも、異常終了したタスクの置き換えもできなくなります。'),
  ('FG.3', 'risk', 2, 'en', 'Running tasks are ended',
    'AWS stops the tasks that are left on a day it has announced: for Linux 1.3.0 that day is 2026-06-30. Whoever has not moved by then has an outage.'),
  ('FG.3', 'risk', 2, 'ja', '稼働中のタスクが終了される',
    'AWSは、告知した日に残りのタスクを終了します。Linuxの1.3.0では2026-06-30です。それまでに移行していないサービスは停止します。'),
  ('FG.3', 'risk', 3, 'en', 'Fixes stop coming',
    'A retired version gets neither security updates nor bug fixes, so that each day on it adds to what is known and unmended.'),
  ('FG.3', 'risk', 3, 'ja', '修正が提供されなくなる',
    '廃止されたバージョンには、セキュリティアップデートも不具合の修正も提供されません。使い続けるほど、未修正の既知の問題が増えていきます。'),
  ('FG.3', 'countermeasure', 1, 'en', 'Move well before the date',
    'Set LATEST and force a new deployment while both versions can still be started, so that there is a way back.'),
  ('FG.3', 'countermeasure', 1, 'ja', '余裕を持って移行する',
    '新旧どちらのバージョンも起動できるうちに、LATESTを指定して新しいデプロイを強制します。そうすれば、問題が起きても元に戻せます。'),
  ('FG.3', 'countermeasure', 2, 'en', 'Check what changes with the version',
    'With Linux 1.4.0 all traffic of a task goes through its own network interface. In subnets without internet access the VPC endpoints for Amazon ECR (api and dkr) and Amazon S3, and those for Secrets Manager or Systems Manager where they are used, have to be there first.'),
  ('FG.3', 'countermeasure', 2, 'ja', 'バージョンによる違いを確認する',
    'Linuxの1.4.0では、タスクのすべての通信がタスク自身のネットワークインターフェイスを通ります。インターネットに接続できないサブネットでは、Amazon ECR（apiとdkr）とAmazon S3のVPCエンドポイント、および使用している場合はSecrets ManagerやSystems ManagerのVPCエンドポイントを事前に用意します。'),
  ('FG.3', 'countermeasure', 3, 'en', 'Follow the announcements',
    'Send AWS Health events on Fargate to the team that owns the services, and put announced dates in its calendar: AWS has moved them before.'),
  ('FG.3', 'countermeasure', 3, 'ja', '発表を追う',
    'Fargateに関するAWS Healthのイベントがサービスの担当チームに届くようにし、発表された日付を予定に入れます。日付は後から変更されたこともあります。');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('FG.3', 'not_retiring', 'PASSED'),
  ('FG.3', 'retired_version', 'FAILED'),
  ('FG.3', 'retiring_soon', 'FAILED'),
  ('FG.3', 'version_not_in_catalogue', 'INSUFFICIENT_DATA'),
  ('FG.3', 'running_version_unknown', 'INSUFFICIENT_DATA'),
  ('FG.3', 'no_platform_version', 'INSUFFICIENT_DATA'),
  ('FG.3', 'malformed_platform_version', 'INSUFFICIENT_DATA'),
  ('FG.3', 'unknown_platform_family', 'INSUFFICIENT_DATA'),
  ('FG.3', 'unknown_launch_type', 'INSUFFICIENT_DATA'),
  ('FG.3', 'not_fargate', 'NOT_APPLICABLE'),
  ('FG.3', 'inactive', 'NOT_APPLICABLE');

insert into reason_text (control_id, reason, lang, text) values
  ('FG.3', 'not_retiring', 'en',
    '{name} uses platform version {actual}, which is neither retired nor due for retirement within the warning period.'),
  ('FG.3', 'not_retiring', 'ja',
    '{name}が使用するプラットフォームバージョン{actual}は廃止されておらず、警告期間内に廃止される予定もありません。'),
  ('FG.3', 'retired_version', 'en',
    '{name} uses platform version {actual}, which AWS retired on {expected}.'),
  ('FG.3', 'retired_version', 'ja',
    '{name}が使用するプラットフォームバージョン{actual}は、AWSが{expected}に廃止しました。'),
  ('FG.3', 'retiring_soon', 'en',
    '{name} uses platform version {actual}, which AWS retires on {expected}.'),
  ('FG.3', 'retiring_soon', 'ja',
    '{name}が使用するプラットフォームバージョン{actual}は、AWSが{expected}に廃止します。'),
  ('FG.3', 'version_not_in_catalogue', 'en',
    '{name} uses platform version {actual}, which the catalogue does not list, so its retirement date is not known.'),
  ('FG.3', 'version_not_in_catalogue', 'ja',
    '{name}が使用するプラットフォームバージョン{actual}はカタログになく、廃止日が分かりません。'),
  ('FG.3', 'running_version_unknown', 'en',
    '{name} has running tasks whose platform version no export states as three numbers.'),
  ('FG.3', 'running_version_unknown', 'ja',
    '{name}の稼働中のタスクについて、3つの数字によるプラットフォームバージョンがどのエクスポートにも記載されていません。'),
  ('FG.3', 'no_platform_version', 'en',
    'No export states the platform version of {name}.'),
  ('FG.3', 'no_platform_version', 'ja',
    '{name}のプラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.3', 'malformed_platform_version', 'en',
    'The platform version of {name} reads "{actual}", which is neither LATEST nor three numbers.'),
  ('FG.3', 'malformed_platform_version', 'ja',
    '{name}のプラットフォームバージョンは「{actual}」で、LATESTでも3つの数字でもありません。'),
  ('FG.3', 'unknown_platform_family', 'en',
    '{name} uses platform version {actual}, and no export says whether that means Linux or Windows.'),
  ('FG.3', 'unknown_platform_family', 'ja',
    '{name}のプラットフォームバージョン{actual}がLinuxとWindowsのどちらのものかは、どのエクスポートからも分かりません。'),
  ('FG.3', 'unknown_launch_type', 'en',
    'No export states a launch type, a capacity provider strategy or a platform version for {name}.'),
  ('FG.3', 'unknown_launch_type', 'ja',
    '{name}の起動タイプ、キャパシティプロバイダー戦略、プラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.3', 'not_fargate', 'en',
    '{name} runs on {actual}, not on Fargate.'),
  ('FG.3', 'not_fargate', 'ja',
    '{name}はFargateではなく{actual}で実行されています。'),
  ('FG.3', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('FG.3', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。');

-- A pinned or retiring version is left in the same way as an outdated one.
insert into remedy (control_id, variant, method, position, lang, text)
select 'FG.3', variant, method, position, lang, text
from remedy
where control_id = 'ECS.10';
