-- ECS.10: ECS Fargate services should run on the latest Fargate platform version.
-- Source of severity, category, rule and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10

insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.10', 'aws', 1, 'control_ECS_10', 'MEDIUM',
    'Identify > Vulnerability, patch, and version management', 'AWS::ECS::Service',
    'ecs-fargate-latest-platform-version', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10');

-- What LATEST meant, from when: an assessment of a past day is made with that day's version.
-- Linux, 1.0.0 to 1.3.0: AWS gives the day on which each version was released and not the day on which LATEST
-- moved to it (its guide warned that LATEST need not be the newest), so the release day stands here.
-- Linux, 1.4.0: LATEST stayed on 1.3.0 for eleven months after the release of 1.4.0. AWS began to move it on
-- 2021-03-08, Region by Region, and announced the end of that on 2021-03-19, which stands here.
-- Windows: 1.0.0 is the only version so far; before it there were no Windows tasks on Fargate.
insert into control_parameter (control_id, name, since, value, source) values
  ('ECS.10', 'latestLinuxVersion', '2017-11-29', '1.0.0',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/document_history.html'),
  ('ECS.10', 'latestLinuxVersion', '2018-03-26', '1.1.0',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/document_history.html'),
  ('ECS.10', 'latestLinuxVersion', '2018-09-10', '1.2.0',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/document_history.html'),
  ('ECS.10', 'latestLinuxVersion', '2018-12-17', '1.3.0',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/document_history.html'),
  ('ECS.10', 'latestLinuxVersion', '2021-03-19', '1.4.0',
    'https://aws.amazon.com/about-aws/whats-new/2021/03/aws-fargate-updates-platform-version-1-4-0-to-be-the-latest-version/'),
  ('ECS.10', 'latestWindowsVersion', '2021-10-28', '1.0.0',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/document_history.html');

insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.10', 'nist-800-53-r5', 'SI-2'),
  ('ECS.10', 'nist-800-53-r5', 'SI-2(2)'),
  ('ECS.10', 'nist-800-53-r5', 'SI-2(4)'),
  ('ECS.10', 'nist-800-53-r5', 'SI-2(5)'),
  ('ECS.10', 'pci-dss-4.0.1', '6.3.3'),
  ('ECS.10', 'aws-fsbp', 'ECS.10');

insert into control_text (control_id, lang, title, description) values
  ('ECS.10', 'en', 'ECS Fargate services should run on the latest Fargate platform version',
    'Checks which platform version a Fargate service asks for. LATEST passes, and so does a number that is not older than the current version of its operating-system family; an older or retired number fails.'),
  ('ECS.10', 'ja', 'ECS Fargateサービスは、最新のFargateプラットフォームバージョンで実行する必要があります',
    'Fargateサービスに指定されているプラットフォームバージョンを確認します。LATESTのほか、そのOSファミリーの現行バージョンより古くない番号であれば合格です。それより古い番号や廃止された番号は不合格になります。');

insert into control_point (control_id, kind, position, lang, title, text) values
  ('ECS.10', 'risk', 1, 'en', 'Known vulnerabilities stay open',
    'A platform version holds the kernel, the operating system and the container runtime beneath your tasks. What AWS has mended in a newer version can still be exploited in an older one, and once a version is retired it gets no more fixes at all.'),
  ('ECS.10', 'risk', 1, 'ja', '既知の脆弱性が残る',
    'プラットフォームバージョンは、タスクの土台となるカーネル、OS、コンテナランタイムをまとめたものです。新しいバージョンで修正済みの脆弱性も、古いバージョンでは悪用されるおそれがあり、廃止されたバージョンには修正が提供されなくなります。'),
  ('ECS.10', 'risk', 2, 'en', 'Improvements pass you by',
    'Quicker starts, better use of resources and new networking or storage features come with new platform versions. A service held on an old one has none of them.'),
  ('ECS.10', 'risk', 2, 'ja', '新機能や性能の改善を利用できない',
    '起動の高速化、リソース利用効率の向上、ネットワークやストレージの新機能は、新しいプラットフォームバージョンで提供されます。古いバージョンのままでは、そのいずれも利用できません。'),
  ('ECS.10', 'risk', 3, 'en', 'Bugs stay with you',
    'Faults of the old platform are put right in the new one. Whoever stays keeps the instability and the odd behaviour that others have already left behind.'),
  ('ECS.10', 'risk', 3, 'ja', '不具合が解消されない',
    '古いプラットフォームで見つかった不具合は、新しいバージョンで修正されます。移行しない限り、他の利用者がすでに解消した不安定さや予期しない挙動を抱え続けることになります。'),
  ('ECS.10', 'risk', 4, 'en', 'Troubleshooting gets harder',
    'AWS Support and the wider community work with the current version. Advice for an old one is scarcer, and the first suggestion will often be to update.'),
  ('ECS.10', 'risk', 4, 'ja', 'トラブルシューティングが難しくなる',
    'AWSサポートやコミュニティの情報は、現行バージョンを前提としたものが中心です。古いバージョンに当てはまる情報は少なく、まず更新を勧められることも多くなります。'),
  ('ECS.10', 'risk', 5, 'en', 'Compliance falls behind',
    'Standards such as NIST SP 800-53 (SI-2) and PCI DSS (6.3.3) expect the infrastructure under a workload to be kept up to date. An outdated platform version is a finding in every audit until it is gone.'),
  ('ECS.10', 'risk', 5, 'ja', 'コンプライアンス要件への対応が遅れる',
    'NIST SP 800-53（SI-2）やPCI DSS（6.3.3）などの基準は、ワークロードを支えるインフラストラクチャを最新の状態に保つことを求めています。古いプラットフォームバージョンは、更新するまで監査のたびに指摘の対象になります。'),
  ('ECS.10', 'countermeasure', 1, 'en', 'Specify LATEST in the service definition',
    'Set the platform version of the service to LATEST, and every new deployment takes the version that is current on the day it starts. LATEST is resolved once per deployment: tasks that scaling adds later get the deployment''s version, not a newer one.'),
  ('ECS.10', 'countermeasure', 1, 'ja', 'サービス定義でLATESTを指定する',
    'サービスのプラットフォームバージョンにLATESTを指定すると、新しいデプロイのたびに、その開始時点の現行バージョンが使われます。LATESTが決まるのはデプロイごとに1回です。その後スケーリングで追加されたタスクには、より新しいバージョンではなく、そのデプロイのバージョンが適用されます。'),
  ('ECS.10', 'countermeasure', 2, 'en', 'Update existing services and force a new deployment',
    'Change services that are pinned to a number to LATEST, and force a new deployment so that running tasks are replaced. Where LATEST was set all along, forcing a deployment is the only thing that moves them.'),
  ('ECS.10', 'countermeasure', 2, 'ja', '既存のサービスを更新し、新しいデプロイを強制する',
    '特定のバージョンに固定されているサービスをLATESTに変更し、新しいデプロイを強制して稼働中のタスクを置き換えます。以前からLATESTを指定しているサービスでは、新しいデプロイを強制しない限りタスクは移行しません。'),
  ('ECS.10', 'countermeasure', 3, 'en', 'Make it part of the delivery pipeline',
    'Let the CI/CD pipeline set LATEST on every Fargate service and, where needed, force a new deployment. With CodeDeploy the version belongs in the AppSpec file; with an external controller, in the task set it creates.'),
  ('ECS.10', 'countermeasure', 3, 'ja', 'デプロイのパイプラインに組み込む',
    'CI/CDパイプラインで、すべてのFargateサービスにLATESTを設定し、必要に応じて新しいデプロイを強制します。CodeDeployを使う場合はAppSpecファイルに、外部コントローラーを使う場合は作成するタスクセットにバージョンを指定します。'),
  ('ECS.10', 'countermeasure', 4, 'en', 'Test before, watch after',
    'Try a new platform version in a test environment before production gets it. After a deployment has moved to it, watch CloudWatch metrics and logs for changed behaviour.'),
  ('ECS.10', 'countermeasure', 4, 'ja', '事前にテストし、適用後は監視する',
    '新しいプラットフォームバージョンは、本番環境に適用する前にテスト環境で動作を確認します。デプロイで移行した後は、CloudWatchのメトリクスとログで挙動の変化がないかを監視します。');

-- Missing evidence never passes.
insert into reason (control_id, reason, status) values
  ('ECS.10', 'latest', 'PASSED'),
  ('ECS.10', 'pinned_to_current', 'PASSED'),
  ('ECS.10', 'outdated_version', 'FAILED'),
  ('ECS.10', 'retired_version', 'FAILED'),
  ('ECS.10', 'newer_than_catalogue', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'no_platform_version', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'malformed_platform_version', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'unknown_platform_family', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'unknown_launch_type', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'not_in_inventory', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'not_fargate', 'NOT_APPLICABLE'),
  ('ECS.10', 'inactive', 'NOT_APPLICABLE');

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.10', 'latest', 'en',
    '{name} specifies LATEST; the current version is {expected}.'),
  ('ECS.10', 'latest', 'ja',
    '{name}にはLATESTが指定されています（現行バージョンは{expected}）。'),
  ('ECS.10', 'pinned_to_current', 'en',
    '{name} is pinned to platform version {actual}, which is not older than the current version {expected}.'),
  ('ECS.10', 'pinned_to_current', 'ja',
    '{name}はプラットフォームバージョン{actual}に固定されていますが、現行バージョン{expected}より古くはありません。'),
  ('ECS.10', 'outdated_version', 'en',
    '{name} is pinned to platform version {actual}; the current version is {expected}.'),
  ('ECS.10', 'outdated_version', 'ja',
    '{name}はプラットフォームバージョン{actual}に固定されています（現行バージョンは{expected}）。'),
  ('ECS.10', 'retired_version', 'en',
    '{name} is pinned to platform version {actual}, which AWS has retired; the current version is {expected}.'),
  ('ECS.10', 'retired_version', 'ja',
    '{name}は、AWSが廃止したプラットフォームバージョン{actual}に固定されています（現行バージョンは{expected}）。'),
  ('ECS.10', 'newer_than_catalogue', 'en',
    '{name} specifies platform version {actual}, which is newer than any in the catalogue; if AWS has released it, assess again with --latest-linux or --latest-windows.'),
  ('ECS.10', 'newer_than_catalogue', 'ja',
    '{name}に指定されたプラットフォームバージョン{actual}は、カタログのどのバージョンよりも新しいため、AWSが公開済みであれば--latest-linuxまたは--latest-windowsを付けて再評価してください。'),
  ('ECS.10', 'no_platform_version', 'en',
    'No export states the platform version of {name}.'),
  ('ECS.10', 'no_platform_version', 'ja',
    '{name}のプラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('ECS.10', 'malformed_platform_version', 'en',
    'The platform version of {name} reads "{actual}", which is neither LATEST nor three numbers.'),
  ('ECS.10', 'malformed_platform_version', 'ja',
    '{name}のプラットフォームバージョンは「{actual}」で、LATESTでも3つの数字でもありません。'),
  ('ECS.10', 'unknown_platform_family', 'en',
    '{name} specifies platform version {actual}, and no export says whether that means Linux or Windows.'),
  ('ECS.10', 'unknown_platform_family', 'ja',
    '{name}のプラットフォームバージョン{actual}がLinuxとWindowsのどちらのものかは、どのエクスポートからも分かりません。'),
  ('ECS.10', 'unknown_launch_type', 'en',
    'No export states a launch type, a capacity provider strategy or a platform version for {name}.'),
  ('ECS.10', 'unknown_launch_type', 'ja',
    '{name}の起動タイプ、キャパシティプロバイダー戦略、プラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('ECS.10', 'not_in_inventory', 'en',
    'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.10', 'not_in_inventory', 'ja',
    'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.10', 'not_fargate', 'en',
    '{name} runs on {actual}, not on Fargate.'),
  ('ECS.10', 'not_fargate', 'ja',
    '{name}はFargateではなく{actual}で実行されています。'),
  ('ECS.10', 'inactive', 'en',
    '{name} is inactive or deleted.'),
  ('ECS.10', 'inactive', 'ja',
    '{name}は非アクティブか、削除されています。');
