-- Fixed texts of the roll-up by requirement. One row per key × language. Order: as they stand in the report.
insert into message (lang, key, text) values
  ('en', 'section.requirements', 'Requirements'),
  ('ja', 'section.requirements', '要件別の結果'),
  ('en', 'requirements.lead', 'What the controls say of each requirement of the frameworks. A requirement fails where anything behind it fails; without evidence nothing passes.'),
  ('ja', 'requirements.lead', '各フレームワークの要件について、関連するコントロールの評価結果をまとめています。関連するコントロールに1件でも不合格があれば、その要件は不合格です。証跡がない要件を合格とみなすことはありません。'),
  ('en', 'requirements.caption', '{framework} {framework_version}: requirements, the controls behind them, and their results'),
  ('ja', 'requirements.caption', '{framework} {framework_version}の要件、関連するコントロール、評価結果'),
  ('en', 'requirements.note', 'A control shows a part of what a requirement asks. That a requirement has passed here is evidence towards it, not proof that it is met.'),
  ('ja', 'requirements.note', 'コントロールが示すのは、要件の一部についての証跡です。ここでの合格は、要件全体を満たすことの証明ではありません。'),
  ('en', 'head.requirement', 'Requirement'),
  ('ja', 'head.requirement', '要件'),
  ('en', 'requirement.no_evidence', 'No evidence'),
  ('ja', 'requirement.no_evidence', '証跡なし'),
  ('en', 'requirement.no_control', 'No control'),
  ('ja', 'requirement.no_control', '対応するコントロールなし'),
  ('en', 'controls.no_evidence', 'Nothing that was handed over holds a resource that this control judges.'),
  ('ja', 'controls.no_evidence', 'このコントロールの対象となるリソースは、取り込んだ証跡に含まれていません。');
