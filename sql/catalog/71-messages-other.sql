-- Fixed texts of what is not the HTML report: JUnit and the screen. One row per key × language.
insert into message (lang, key, text) values
  ('en', 'junit.nothing_in_scope', 'No resource is in the scope of this control.'),
  ('ja', 'junit.nothing_in_scope', 'このコントロールの対象となるリソースはありません。'),
  ('en', 'junit.body', '{message}
Resource: {resource_arn}
Evidence: {source} {record} ({captured_at})'),
  ('ja', 'junit.body', '{message}
リソース: {resource_arn}
証跡: {source} {record} ({captured_at})'),
  ('en', 'screen.retired_on', 'retired on'),
  ('ja', 'screen.retired_on', '廃止日'),
  ('en', 'screen.successors', 'Succeeded by'),
  ('ja', 'screen.successors', '後継のコントロール:'),
  ('en', 'screen.risks', 'Risks'),
  ('ja', 'screen.risks', 'リスク'),
  ('en', 'screen.countermeasures', 'Countermeasures'),
  ('ja', 'screen.countermeasures', '対策'),
  ('en', 'screen.remedy.console', 'Remedy in the console'),
  ('ja', 'screen.remedy.console', 'コンソールでの修復手順'),
  ('en', 'screen.remedy.cli', 'Remedy with the AWS CLI'),
  ('ja', 'screen.remedy.cli', 'AWS CLIでの修復手順'),
  ('en', 'screen.remedy.terraform', 'Remedy with Terraform'),
  ('ja', 'screen.remedy.terraform', 'Terraformでの修復手順');
