-- The sentence for each reason, in Japanese, as it stands in one cell of results.csv.
-- Grain: one row per control × reason. Order: as in 50-reasons.sql.
-- {name}, {subject}, {actual} and {expected} are replaced from the result, each at most once in a sentence. {subject}
-- is set for FG.1's running_ reasons only; {actual} is not set where nothing was found.

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.10', 'latest', 'ja', '{name}にはLATESTが指定されています（現行バージョンは{expected}）。'),
  ('ECS.10', 'pinned_to_current', 'ja', '{name}はプラットフォームバージョン{actual}に固定されていますが、現行バージョン{expected}より古くはありません。'),
  ('ECS.10', 'outdated_version', 'ja', '{name}はプラットフォームバージョン{actual}に固定されています（現行バージョンは{expected}）。'),
  ('ECS.10', 'retired_version', 'ja', '{name}は、AWSが廃止したプラットフォームバージョン{actual}に固定されています（現行バージョンは{expected}）。'),
  ('ECS.10', 'newer_than_catalogue', 'ja', '{name}に指定されたプラットフォームバージョン{actual}は、カタログのどのバージョンよりも新しいため、AWSが公開済みであれば--latest-linuxまたは--latest-windowsを付けて再評価してください。'),
  ('ECS.10', 'no_platform_version', 'ja', '{name}のプラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('ECS.10', 'malformed_platform_version', 'ja', '{name}のプラットフォームバージョンは「{actual}」で、LATESTでも3つの数字でもありません。'),
  ('ECS.10', 'unknown_platform_family', 'ja', '{name}のプラットフォームバージョン{actual}がLinuxとWindowsのどちらのものかは、どのエクスポートからも分かりません。'),
  ('ECS.10', 'unknown_launch_type', 'ja', '{name}の起動タイプ、キャパシティプロバイダー戦略、プラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('ECS.10', 'not_in_inventory', 'ja', 'AWSは{name}を評価していますが、取り込んだインベントリには含まれていません。'),
  ('ECS.10', 'not_fargate', 'ja', '{name}はFargateではなく{actual}で実行されています。'),
  ('ECS.10', 'inactive', 'ja', '{name}は非アクティブか、削除されています。'),

  ('FG.1', 'running_current', 'ja', '{name}のタスク（{subject}）はプラットフォームバージョン{actual}で稼働しており、現行バージョン{expected}より古くはありません。'),
  ('FG.1', 'running_outdated', 'ja', '{name}のタスク（{subject}）は今もプラットフォームバージョン{actual}で稼働していますが、LATESTが指すのは{expected}です。'),
  ('FG.1', 'no_deployments', 'ja', '{name}が実行しているタスクの情報は、どのエクスポートにもありません（AWS Configには含まれません）。'),
  ('FG.1', 'running_version_unknown', 'ja', '{name}の稼働中のタスク（{subject}）について、3つの数字によるプラットフォームバージョンがどのエクスポートにも記載されていません。'),
  ('FG.1', 'newer_than_catalogue', 'ja', '{name}のタスクが稼働しているプラットフォームバージョン{actual}は、カタログのどのバージョンよりも新しいため、AWSが公開済みであれば--latest-linuxまたは--latest-windowsを付けて再評価してください。'),
  ('FG.1', 'unknown_platform_family', 'ja', '{name}のタスクのプラットフォームバージョン{actual}がLinuxとWindowsのどちらのものかは、どのエクスポートからも分かりません。'),
  ('FG.1', 'unknown_launch_type', 'ja', '{name}の起動タイプ、キャパシティプロバイダー戦略、プラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.1', 'no_running_tasks', 'ja', '{name}には稼働中のタスクがありません。'),
  ('FG.1', 'not_fargate', 'ja', '{name}はFargateではなく{actual}で実行されています。'),
  ('FG.1', 'inactive', 'ja', '{name}は非アクティブか、削除されています。'),

  ('FG.2', 'latest', 'ja', '{name}にはLATESTが指定されています。'),
  ('FG.2', 'pinned_to_current', 'ja', '{name}は、まだ古くなってはいないものの、LATESTではなくプラットフォームバージョン{actual}に固定されています。'),
  ('FG.2', 'pinned_version', 'ja', '{name}は、LATESTではなくプラットフォームバージョン{actual}に固定されています。'),
  ('FG.2', 'no_platform_version', 'ja', '{name}のプラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.2', 'malformed_platform_version', 'ja', '{name}のプラットフォームバージョンは「{actual}」で、LATESTでも3つの数字でもありません。'),
  ('FG.2', 'unknown_launch_type', 'ja', '{name}の起動タイプ、キャパシティプロバイダー戦略、プラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.2', 'not_fargate', 'ja', '{name}はFargateではなく{actual}で実行されています。'),
  ('FG.2', 'inactive', 'ja', '{name}は非アクティブか、削除されています。'),

  ('FG.3', 'not_retiring', 'ja', '{name}が使用するプラットフォームバージョン{actual}は廃止されておらず、警告期間内に廃止される予定もありません。'),
  ('FG.3', 'retired_version', 'ja', '{name}が使用するプラットフォームバージョン{actual}は、AWSが{expected}に廃止しました。'),
  ('FG.3', 'retiring_soon', 'ja', '{name}が使用するプラットフォームバージョン{actual}は、AWSが{expected}に廃止します。'),
  ('FG.3', 'version_not_in_catalogue', 'ja', '{name}が使用するプラットフォームバージョン{actual}はカタログになく、廃止日が分かりません。'),
  ('FG.3', 'running_version_unknown', 'ja', '{name}の稼働中のタスクについて、3つの数字によるプラットフォームバージョンがどのエクスポートにも記載されていません。'),
  ('FG.3', 'no_platform_version', 'ja', '{name}のプラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.3', 'malformed_platform_version', 'ja', '{name}のプラットフォームバージョンは「{actual}」で、LATESTでも3つの数字でもありません。'),
  ('FG.3', 'unknown_platform_family', 'ja', '{name}のプラットフォームバージョン{actual}がLinuxとWindowsのどちらのものかは、どのエクスポートからも分かりません。'),
  ('FG.3', 'unknown_launch_type', 'ja', '{name}の起動タイプ、キャパシティプロバイダー戦略、プラットフォームバージョンは、どのエクスポートにも記載されていません。'),
  ('FG.3', 'not_fargate', 'ja', '{name}はFargateではなく{actual}で実行されています。'),
  ('FG.3', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');
