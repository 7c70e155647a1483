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
  ('en', 'controls.retired_on', 'retired on'),
  ('ja', 'controls.retired_on', '廃止日'),
  ('en', 'controls.successors', 'Succeeded by'),
  ('ja', 'controls.successors', '後継のコントロール:'),
  ('en', 'controls.risks', 'Risks'),
  ('ja', 'controls.risks', 'リスク'),
  ('en', 'controls.countermeasures', 'Countermeasures'),
  ('ja', 'controls.countermeasures', '対策'),
  ('en', 'controls.remedy.console', 'Remedy in the console'),
  ('ja', 'controls.remedy.console', 'コンソールでの修復手順'),
  ('en', 'controls.remedy.cli', 'Remedy with the AWS CLI'),
  ('ja', 'controls.remedy.cli', 'AWS CLIでの修復手順'),
  ('en', 'controls.remedy.terraform', 'Remedy with Terraform'),
  ('ja', 'controls.remedy.terraform', 'Terraformでの修復手順');
