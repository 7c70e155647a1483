-- ORG.1: everything the catalogue says of it.
insert into framework (id, name, version) values ('org-policy', 'Tsukinowa platform policy', '2026');
insert into control (id, issuer, position, view, severity, category, resource_type) values
  ('ORG.1', 'Tsukinowa', 1001, 'control_ORG_1', 'MEDIUM', 'Availability', 'AWS::ECS::Service');
insert into control_requirement values ('ORG.1', 'org-policy', 'P-7');
insert into control_text (control_id, lang, title, description) values
  ('ORG.1', 'en', 'Services should run at least two tasks', 'Fails where fewer than two tasks are wanted.'),
  ('ORG.1', 'ja', 'サービスは2つ以上のタスクで実行する必要があります', '必要数が2未満の場合に不合格になります。');
insert into reason (control_id, reason, status) values
  ('ORG.1', 'several_tasks', 'PASSED'), ('ORG.1', 'single_task', 'FAILED'),
  ('ORG.1', 'desired_count_unknown', 'INSUFFICIENT_DATA'), ('ORG.1', 'inactive', 'NOT_APPLICABLE');
insert into reason_text (control_id, reason, lang, text) values
  ('ORG.1', 'several_tasks', 'en', '{name} wants {actual} tasks.'), ('ORG.1', 'several_tasks', 'ja', '{name}の必要数は{actual}です。'),
  ('ORG.1', 'single_task', 'en', '{name} wants {actual} tasks only.'), ('ORG.1', 'single_task', 'ja', '{name}の必要数は{actual}しかありません。'),
  ('ORG.1', 'desired_count_unknown', 'en', 'No export says how many tasks {name} wants.'), ('ORG.1', 'desired_count_unknown', 'ja', '{name}の必要数は、どのエクスポートにも記載されていません。'),
  ('ORG.1', 'inactive', 'en', '{name} is inactive or was deleted.'), ('ORG.1', 'inactive', 'ja', '{name}は非アクティブか、削除されています。');
