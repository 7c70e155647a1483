-- FG.2: Services should specify LATEST rather than a pinned version.

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('FG.2', 'fargauge', 3, 'control_FG_2', 'LOW',
    'Identify > Vulnerability, patch, and version management', 'AWS::ECS::Service',
    null, null,
    null);

insert into control_text (control_id, lang, title, description) values
  ('FG.2', 'en', 'Services should specify LATEST rather than a pinned version',
    'Checks whether a Fargate service leaves the choice of platform version to LATEST. A pinned number fails even while it is the current one, because it stays behind on the day AWS moves LATEST.'),
  ('FG.2', 'ja', 'サービスには、固定したバージョンではなくLATESTを指定する必要があります',
    'Fargateサービスがプラットフォームバージョンの選択をLATESTに委ねているかを確認します。固定した番号は、それが現行バージョンであっても不合格です。AWSがLATESTの指す先を変えた日から、取り残されてしまうためです。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('FG.2', 'risk', 1, 'en', 'A pin is forgotten',
    'A number that is right today fails ECS.10 on the day AWS moves LATEST, and nothing reminds the team that set it.'),
  ('FG.2', 'risk', 1, 'ja', '固定したことが忘れられる',
    '今日は正しい番号でも、AWSがLATESTの指す先を変えた日からECS.10に不合格となります。設定した担当者に知らせる仕組みはありません。'),
  ('FG.2', 'risk', 2, 'en', 'Every change has to be made by hand',
    'Each pinned service has to be found, edited and deployed for every new version. When a retirement is announced, that work comes all at once and with a deadline.'),
  ('FG.2', 'risk', 2, 'ja', '更新のたびに手作業が必要になる',
    '新しいバージョンが出るたびに、固定したサービスを探し、編集し、デプロイしなければなりません。廃止が発表されると、その作業が期限付きで一度に発生します。'),
  ('FG.2', 'countermeasure', 1, 'en', 'Specify LATEST',
    'Set the platform version to LATEST in the service definition and in the code that creates it, so that each deployment takes the current version.'),
  ('FG.2', 'countermeasure', 1, 'ja', 'LATESTを指定する',
    'サービス定義と、それを作成するコードの両方でプラットフォームバージョンにLATESTを指定し、デプロイのたびに現行バージョンが使われるようにします。'),
  ('FG.2', 'countermeasure', 2, 'en', 'Pin only as a dated exception',
    'Where a service must wait for a version to be tested, record who decided that and until when, as a waiver with an owner and an expiry date.'),
  ('FG.2', 'countermeasure', 2, 'ja', '固定は期限付きの例外にとどめる',
    'テストが終わるまでバージョンを固定する必要がある場合は、誰がいつまでと決めたのかを、責任者と有効期限を明記した例外承認として記録します。'),
  ('FG.2', 'countermeasure', 3, 'en', 'Find trouble before LATEST moves',
    'AWS can release a version well before LATEST points to it: with Linux 1.4.0 eleven months lay between. Use that time to run a test service on the new number, and keep LATEST everywhere else.'),
  ('FG.2', 'countermeasure', 3, 'ja', 'LATESTが変わる前に問題を見つける',
    '新しいバージョンの公開から、LATESTがそれを指すようになるまでには間があくことがあり、Linuxの1.4.0では11か月でした。その間にテスト用のサービスで新しい番号を試し、ほかのサービスはLATESTのままにします。');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('FG.2', 'latest', 'PASSED'),
  ('FG.2', 'pinned_to_current', 'FAILED'),
  ('FG.2', 'pinned_version', 'FAILED'),
  ('FG.2', 'no_platform_version', 'INSUFFICIENT_DATA'),
  ('FG.2', 'malformed_platform_version', 'INSUFFICIENT_DATA'),
  ('FG.2', 'unknown_launch_type', 'INSUFFICIENT_DATA'),
  ('FG.2', 'not_fargate', 'NOT_APPLICABLE'),
  ('FG.2', 'inactive', 'NOT_APPLICABLE');

insert into reason_text (control_id, reason, lang, text) values
  ('FG.2', 'latest', 'en',
    '{name} specifies LATEST.'),
  ('FG.2', 'latest', 'ja',
    '{name}にはLATESTが指定されています。'),
  ('FG.2', 'pinned_to_current', 'en',
    '{name} is pinned to platform version {actual} instead of LATEST, although that version is not outdated yet.'),
  ('FG.2', 'pinned_to_current', 'ja',
    '{name}は、まだ古くなってはいないものの、LATESTではなくプラットフォームバージョン{actual}に固定されています。'),
  ('FG.2', 'pinned_version', 'en',
    '{name} is pinned to platform version {actual} instead of LATEST.'),
  ('FG.2', 'pinned_version', 'ja',
    '{name}は、LATESTではなくプラットフォームバージョン{actual}に固定されています。'),
  ('FG.2', 'no_platform_version', 'en',
    'No export states the platform version of {name}.'),
  ('FG.2', 'no_platform_version', 'ja',
    '{name}のプラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.2', 'malformed_platform_version', 'en',
    'The platform version of {name} reads "{actual}", which is neither LATEST nor three numbers.'),
  ('FG.2', 'malformed_platform_version', 'ja',
    '{name}のプラットフォームバージョンは「{actual}」で、LATESTでも3つの数字でもありません。'),
  ('FG.2', 'unknown_launch_type', 'en',
    'No export states a launch type, a capacity provider strategy or a platform version for {name}.'),
  ('FG.2', 'unknown_launch_type', 'ja',
    '{name}の起動タイプ、キャパシティプロバイダー戦略、プラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.2', 'not_fargate', 'en',
    '{name} runs on {actual}, not on Fargate.'),
  ('FG.2', 'not_fargate', 'ja',
    '{name}はFargateではなく{actual}で実行されています。'),
  ('FG.2', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('FG.2', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。');

-- A pinned or retiring version is left in the same way as an outdated one.
insert into remedy (control_id, variant, method, position, lang, text)
select 'FG.2', variant, method, position, lang, text
from remedy
where control_id = 'ECS.10';
