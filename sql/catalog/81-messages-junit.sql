-- JUnit: titles of testsuites that stand for no control, and the text of the extended profile. One row per key × language.
insert into message (lang, key, text) values
  ('en', 'junit.suite.account', 'Account'),
  ('ja', 'junit.suite.account', 'アカウント'),
  ('en', 'junit.suite.cluster', 'Cluster'),
  ('ja', 'junit.suite.cluster', 'クラスター'),
  ('en', 'junit.suite.nothing_in_scope', 'Controls with nothing in scope'),
  ('ja', 'junit.suite.nothing_in_scope', '対象となるリソースがないコントロール'),
  ('en', 'junit.details', '{message}
Status: {status} ({reason})
Resource: {resource_arn}
Found: {found}
Expected: {wanted}
Waiver: {waiver}
Evidence: {evidence} {record} ({captured_at})'),
  ('ja', 'junit.details', '{message}
ステータス: {status}（{reason}）
リソース: {resource_arn}
検出した値: {found}
期待する値: {wanted}
例外承認: {waiver}
証跡: {evidence} {record} ({captured_at})');
