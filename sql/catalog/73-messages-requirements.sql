-- Fixed texts of the roll-up by requirement. One row per key × language. Order: as they stand in the report.
insert into message (lang, key, text) values
  ('en', 'section.requirements', 'Requirements'),
  ('ja', 'section.requirements', '要件別の結果'),
  ('en', 'requirements.lead', 'What the results say of each requirement of the frameworks. A requirement fails where anything behind it fails, and passes only on evidence.'),
  ('ja', 'requirements.lead', '各フレームワークの要件について、関連するコントロールの評価結果をまとめています。1件でも不合格があれば、その要件は不合格です。証跡がない要件を合格とみなすことはありません。'),
  ('en', 'requirements.caption', '{framework} {framework_version}: requirements, the controls behind them, and their results'),
  ('ja', 'requirements.caption', '{framework} {framework_version}の要件、関連するコントロール、評価結果'),
  ('en', 'requirements.note', 'A control tests only a part of what a requirement asks. A pass here is evidence towards the requirement, not proof that it is met.'),
  ('ja', 'requirements.note', 'コントロールで確認できるのは、要件の一部だけです。ここでの合格は要件に対する証跡の1つであり、要件全体を満たすことの証明ではありません。'),
  ('en', 'head.requirement', 'Requirement'),
  ('ja', 'head.requirement', '要件'),
  ('en', 'requirement.no_evidence', 'No evidence'),
  ('ja', 'requirement.no_evidence', '証跡なし'),
  ('en', 'requirement.no_control', 'No control'),
  ('ja', 'requirement.no_control', '対応するコントロールなし'),
  ('en', 'controls.no_evidence', 'No file that was handed over holds a resource that this control judges.'),
  ('ja', 'controls.no_evidence', 'このコントロールの対象となるリソースは、提出されたファイルに含まれていません。');
