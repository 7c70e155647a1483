-- Fixed texts about waivers: their issues, in reports, in JUnit and on the screen. One row per key × language. Values
-- in braces are filled in by v_waiver_issue_text, or like any message's.
insert into message (lang, key, text) values
  ('en', 'waiver_state.overlapped', 'Other waivers cover the same'),
  ('ja', 'waiver_state.overlapped', 'ほかの例外承認が適用済み'),
  ('en', 'waiver_level.failure', 'Action needed'),
  ('ja', 'waiver_level.failure', '要対応'),
  ('en', 'waiver_level.error', 'Mistake'),
  ('ja', 'waiver_level.error', '記載の誤り'),
  ('en', 'waiver_level.warning', 'Warning'),
  ('ja', 'waiver_level.warning', '警告'),
  ('en', 'waiver_level.note', 'Note'),
  ('ja', 'waiver_level.note', '注記'),

  -- what is wrong with a waiver
  ('en', 'waiver_issue.malformed', 'This row could not be used: {detail}'),
  ('ja', 'waiver_issue.malformed', 'この行は使用できません：{detail}'),
  ('en', 'waiver_issue.same_person', 'Who asks for a waiver cannot approve it, so this row counts for nothing: {detail}'),
  ('ja', 'waiver_issue.same_person', '申請者本人による承認は認められないため、この行は無効です：{detail}'),
  ('en', 'waiver_issue.expired', 'It expired at {expires_at} and covers nothing any more.'),
  ('ja', 'waiver_issue.expired', '有効期限（{expires_at}）を過ぎているため、適用されません。'),
  ('en', 'waiver_issue.expired.failing', 'It expired at {expires_at}. Failures that it names and that count again: {named}.'),
  ('ja', 'waiver_issue.expired.failing', '有効期限（{expires_at}）を過ぎています。この例外承認が指す不合格{named}件は、再び不合格として数えています。'),
  ('en', 'waiver_issue.unknown_control', 'There is no control {control_id}, so it can cover nothing. Is it misspelt?'),
  ('ja', 'waiver_issue.unknown_control', 'コントロール{control_id}は存在しないため、適用できません。記載に誤りがないか確認してください。'),
  ('en', 'waiver_issue.unknown_control.not_computed', 'Control {control_id} is not judged here, so it can cover nothing.'),
  ('ja', 'waiver_issue.unknown_control.not_computed', 'コントロール{control_id}はここでは評価していないため、適用できません。'),
  ('en', 'waiver_issue.never_matches', 'No ARN of Amazon ECS can match the pattern {resource}, so it can cover nothing.'),
  ('ja', 'waiver_issue.never_matches', 'パターン{resource}は、どのAmazon ECSのARNとも一致し得ないため、適用できません。'),
  ('en', 'waiver_issue.no_resource', 'The pattern {resource} names no resource of this audit that {control_id} is about.'),
  ('ja', 'waiver_issue.no_resource', 'パターン{resource}に一致する{control_id}の対象リソースは、この監査の証跡にありません。'),
  ('en', 'waiver_issue.not_yet', 'It is approved only from {approved_at} on.'),
  ('ja', 'waiver_issue.not_yet', '承認日時（{approved_at}）より前のため、まだ適用されません。'),
  ('en', 'waiver_issue.not_yet.failing', 'It is approved only from {approved_at} on. Failures that it names and that count until then: {named}.'),
  ('ja', 'waiver_issue.not_yet.failing', '承認日時（{approved_at}）より前のため、まだ適用されません。この例外承認が指す不合格{named}件は、不合格として数えています。'),
  ('en', 'waiver_issue.unused', 'Nothing that it names fails {control_id}: it is not needed.'),
  ('ja', 'waiver_issue.unused', '{control_id}で不合格となった該当リソースがないため、不要と考えられます。'),
  ('en', 'waiver_issue.overlapping', 'Other waivers in force cover the same results: {others}.'),
  ('ja', 'waiver_issue.overlapping', 'ほかの有効な例外承認（{others}）と、対象となる結果が重複しています。'),
  ('en', 'waiver_issue.overlapping.pattern', 'Other waivers of the same control name the same resources for the same time: {others}.'),
  ('ja', 'waiver_issue.overlapping.pattern', '同じコントロールのほかの例外承認（{others}）と、対象リソースと期間が重複しています。'),
  ('en', 'waiver_issue.ends_soon', 'It expires within 30 days, at {expires_at}.'),
  ('ja', 'waiver_issue.ends_soon', '30日以内に有効期限（{expires_at}）を迎えます。'),
  ('en', 'waiver_issue.too_wide', 'Its pattern {resource} is not bound to one account.'),
  ('ja', 'waiver_issue.too_wide', 'パターン{resource}は、1つのアカウントに限定されていません。'),
  ('en', 'waiver_issue.too_wide.account', 'Its pattern {resource} names every resource of account {account_id}.'),
  ('ja', 'waiver_issue.too_wide.account', 'パターン{resource}は、アカウント{account_id}のすべてのリソースを対象にしています。'),
  ('en', 'waiver_issue.superseded', 'The waivers handed over last hold it anew; that row counts.'),
  ('ja', 'waiver_issue.superseded', '最後に提出されたファイルに同じ例外承認があるため、そちらを有効とします。'),
  ('en', 'waiver_issue.withdrawn', 'The waivers handed over last leave it out: it counts as withdrawn.'),
  ('ja', 'waiver_issue.withdrawn', '最後に提出されたファイルに含まれていないため、取り下げられたものとみなします。'),

  -- in the report
  ('en', 'waivers.requester', 'Requested by'),
  ('ja', 'waivers.requester', '申請者'),
  ('en', 'waivers.issues', 'Issues'),
  ('ja', 'waivers.issues', '確認事項'),
  ('en', 'waivers.counts', 'Results under a waiver: {covered|number}. Waivers in force: {live|number}; not in force: {idle|number}; rows that could not be used: {rejected|number}.'),
  ('ja', 'waivers.counts', '例外承認済みの結果は{covered|number}件です。例外承認は、有効なものが{live|number}件、有効でないものが{idle|number}件あり、利用できなかった行が{rejected|number}件あります。'),
  ('en', 'waivers.rejected', 'Rows that could not be used'),
  ('ja', 'waivers.rejected', '利用できなかった行'),

  -- in JUnit
  ('en', 'junit.suite.waivers', 'Waivers'),
  ('ja', 'junit.suite.waivers', '例外承認'),
  ('en', 'junit.waiver', '{message}
Control: {control_id}
Resources: {resource}
Owner: {owner}
Approved by: {approver}
Expires: {expires_at|time}
Evidence: {source} {record}'),
  ('ja', 'junit.waiver', '{message}
コントロール: {control_id}
対象リソース: {resource}
責任者: {owner}
承認者: {approver}
有効期限: {expires_at|time}
証跡: {source} {record}'),
  ('en', 'junit.waiver_row', '{message}
Evidence: {source} {record}'),
  ('ja', 'junit.waiver_row', '{message}
証跡: {source} {record}'),

  -- fargauge waivers
  ('en', 'screen.waivers.covers', 'Failures that it covers: {count} ({names})'),
  ('ja', 'screen.waivers.covers', '適用される不合格：{count}件（{names}）'),
  ('en', 'screen.waivers.lint', 'Waivers: {waivers}; rows that could not be used: {rejected}; issues: {issues}; notes: {notes}.'),
  ('ja', 'screen.waivers.lint', '例外承認：{waivers}件、利用できなかった行：{rejected}件、指摘：{issues}件、注記：{notes}件'),
  ('en', 'screen.waivers.list', 'Waivers: {waivers}; in force: {live}; results that they cover: {covered}.'),
  ('ja', 'screen.waivers.list', '例外承認：{waivers}件（うち有効{live}件）、適用された結果：{covered}件');
