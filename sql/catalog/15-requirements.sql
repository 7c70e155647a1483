-- The requirements of frameworks in words, and their reading order.
-- Grain: one row per requirement × language, then one per requirement. Order: as the framework numbers them; the
-- number itself gives the position, so that a requirement more needs nothing but its texts here.
-- Sources: NIST SP 800-53 Revision 5, whose titles are public domain (an enhancement's title stands without its
-- control's); PCI DSS v4.0.1, whose numbers stand with a description of our own: its text is not ours to give.
-- Which controls answer a requirement is said by the controls; a requirement that none answers may stand here.

insert into requirement_text (framework_id, requirement, lang, title) values
  ('nist-800-53-r5', 'AC-2(1)', 'en', 'Automated System Account Management'),
  ('nist-800-53-r5', 'AC-2(1)', 'ja', 'システムアカウント管理の自動化'),
  ('nist-800-53-r5', 'AC-3', 'en', 'Access Enforcement'),
  ('nist-800-53-r5', 'AC-3', 'ja', 'アクセス制御の実施'),
  ('nist-800-53-r5', 'AC-3(7)', 'en', 'Role-based Access Control'),
  ('nist-800-53-r5', 'AC-3(7)', 'ja', '役割ベースのアクセス制御'),
  ('nist-800-53-r5', 'AC-3(15)', 'en', 'Discretionary and Mandatory Access Control'),
  ('nist-800-53-r5', 'AC-3(15)', 'ja', '任意アクセス制御と強制アクセス制御'),
  ('nist-800-53-r5', 'AC-4', 'en', 'Information Flow Enforcement'),
  ('nist-800-53-r5', 'AC-4', 'ja', '情報フロー制御の実施'),
  ('nist-800-53-r5', 'AC-4(21)', 'en', 'Physical or Logical Separation of Information Flows'),
  ('nist-800-53-r5', 'AC-4(21)', 'ja', '情報フローの物理的または論理的な分離'),
  ('nist-800-53-r5', 'AC-4(26)', 'en', 'Audit Filtering Actions'),
  ('nist-800-53-r5', 'AC-4(26)', 'ja', 'フィルタリング処理の監査'),
  ('nist-800-53-r5', 'AC-5', 'en', 'Separation of Duties'),
  ('nist-800-53-r5', 'AC-5', 'ja', '職務の分離'),
  ('nist-800-53-r5', 'AC-6', 'en', 'Least Privilege'),
  ('nist-800-53-r5', 'AC-6', 'ja', '最小権限'),
  ('nist-800-53-r5', 'AC-21', 'en', 'Information Sharing'),
  ('nist-800-53-r5', 'AC-21', 'ja', '情報共有'),
  ('nist-800-53-r5', 'AU-2', 'en', 'Event Logging'),
  ('nist-800-53-r5', 'AU-2', 'ja', 'イベントのログ記録'),
  ('nist-800-53-r5', 'AU-3', 'en', 'Content of Audit Records'),
  ('nist-800-53-r5', 'AU-3', 'ja', '監査記録の内容'),
  ('nist-800-53-r5', 'AU-6(3)', 'en', 'Correlate Audit Record Repositories'),
  ('nist-800-53-r5', 'AU-6(3)', 'ja', '監査記録リポジトリの相互の関連付け'),
  ('nist-800-53-r5', 'AU-6(4)', 'en', 'Central Review and Analysis'),
  ('nist-800-53-r5', 'AU-6(4)', 'ja', '一元的なレビューと分析'),
  ('nist-800-53-r5', 'AU-10', 'en', 'Non-repudiation'),
  ('nist-800-53-r5', 'AU-10', 'ja', '否認防止'),
  ('nist-800-53-r5', 'AU-12', 'en', 'Audit Record Generation'),
  ('nist-800-53-r5', 'AU-12', 'ja', '監査記録の生成'),
  ('nist-800-53-r5', 'CA-7', 'en', 'Continuous Monitoring'),
  ('nist-800-53-r5', 'CA-7', 'ja', '継続的なモニタリング'),
  ('nist-800-53-r5', 'CA-9(1)', 'en', 'Compliance Checks'),
  ('nist-800-53-r5', 'CA-9(1)', 'ja', 'コンプライアンスチェック'),
  ('nist-800-53-r5', 'CM-2', 'en', 'Baseline Configuration'),
  ('nist-800-53-r5', 'CM-2', 'ja', 'ベースライン構成'),
  ('nist-800-53-r5', 'SC-7', 'en', 'Boundary Protection'),
  ('nist-800-53-r5', 'SC-7', 'ja', '境界保護'),
  ('nist-800-53-r5', 'SC-7(3)', 'en', 'Access Points'),
  ('nist-800-53-r5', 'SC-7(3)', 'ja', 'アクセスポイント'),
  ('nist-800-53-r5', 'SC-7(4)', 'en', 'External Telecommunications Services'),
  ('nist-800-53-r5', 'SC-7(4)', 'ja', '外部の電気通信サービス'),
  ('nist-800-53-r5', 'SC-7(9)', 'en', 'Restrict Threatening Outgoing Communications Traffic'),
  ('nist-800-53-r5', 'SC-7(9)', 'ja', '脅威となる外向きの通信トラフィックの制限'),
  ('nist-800-53-r5', 'SC-7(11)', 'en', 'Restrict Incoming Communications Traffic'),
  ('nist-800-53-r5', 'SC-7(11)', 'ja', '内向きの通信トラフィックの制限'),
  ('nist-800-53-r5', 'SC-7(16)', 'en', 'Prevent Discovery of System Components'),
  ('nist-800-53-r5', 'SC-7(16)', 'ja', 'システムコンポーネントの探索の防止'),
  ('nist-800-53-r5', 'SC-7(20)', 'en', 'Dynamic Isolation and Segregation'),
  ('nist-800-53-r5', 'SC-7(20)', 'ja', '動的な隔離と分離'),
  ('nist-800-53-r5', 'SC-7(21)', 'en', 'Isolation of System Components'),
  ('nist-800-53-r5', 'SC-7(21)', 'ja', 'システムコンポーネントの隔離'),
  ('nist-800-53-r5', 'SI-2', 'en', 'Flaw Remediation'),
  ('nist-800-53-r5', 'SI-2', 'ja', '欠陥の修正'),
  ('nist-800-53-r5', 'SI-2(2)', 'en', 'Automated Flaw Remediation Status'),
  ('nist-800-53-r5', 'SI-2(2)', 'ja', '欠陥の修正状況の自動確認'),
  ('nist-800-53-r5', 'SI-2(4)', 'en', 'Automated Patch Management Tools'),
  ('nist-800-53-r5', 'SI-2(4)', 'ja', '自動化されたパッチ管理ツール'),
  ('nist-800-53-r5', 'SI-2(5)', 'en', 'Automatic Software and Firmware Updates'),
  ('nist-800-53-r5', 'SI-2(5)', 'ja', 'ソフトウェアとファームウェアの自動更新'),
  ('nist-800-53-r5', 'SI-7(8)', 'en', 'Auditing Capability for Significant Events'),
  ('nist-800-53-r5', 'SI-7(8)', 'ja', '重要なイベントの監査機能'),
  ('pci-dss-4.0.1', '1.4.4', 'en', 'Stores of cardholder data out of direct reach of untrusted networks'),
  ('pci-dss-4.0.1', '1.4.4', 'ja', '信頼できないネットワークから、カード会員データの保存先に直接届かないこと'),
  ('pci-dss-4.0.1', '6.3.3', 'en', 'Security patches installed in good time'),
  ('pci-dss-4.0.1', '6.3.3', 'ja', 'セキュリティパッチが期限内に適用されること'),
  ('pci-dss-4.0.1', '8.6.2', 'en', 'No passwords of application and system accounts in code or configuration'),
  ('pci-dss-4.0.1', '8.6.2', 'ja', 'アプリケーションやシステムのアカウントのパスワードを、コードや設定に書き込まないこと');

-- NIST: two letters, a number, and for an enhancement a second one in brackets.
insert into requirement (framework_id, requirement, position)
select framework_id, requirement,
  (unicode(requirement) * 100 + unicode(substr(requirement, 2))) * 1000000
    + cast(substr(requirement, 4) as integer) * 1000
    + cast(substr(requirement, instr(requirement || '(', '(') + 1) as integer)
from requirement_text
where framework_id = 'nist-800-53-r5' and lang = 'en';

-- PCI DSS: three numbers with points between them.
insert into requirement (framework_id, requirement, position)
select framework_id, requirement,
  cast(substr(requirement, 1, instr(requirement, '.') - 1) as integer) * 1000000
    + cast(substr(requirement, instr(requirement, '.') + 1) as integer) * 1000
    + cast(substr(ltrim(substr(requirement, instr(requirement, '.') + 1), '0123456789'), 2) as integer)
from requirement_text
where framework_id = 'pci-dss-4.0.1' and lang = 'en';
