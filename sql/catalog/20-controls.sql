-- The controls: AWS Security Hub's for Amazon ECS and this program's own (FG), with what succeeded a retired one,
-- their dated parameters and the requirements they answer.
-- Grain: one row per control; per control × successor; per control × parameter × date; per control × framework ×
-- requirement. Order: by reading position (ECS.10 and the FG controls first, then by number).
-- Source of severities, categories, rules and requirements:
-- https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html

-- `view` is null where this release computes nothing: findings on such a control are shown, not checked.
-- AWS names only the month in which it retired ECS.1, March 2026; its first day stands for it here.
insert into control
  (id, issuer, position, view, severity, category, resource_type, config_rule, retired_on, url)
values
  ('ECS.10', 'aws', 1, 'control_ECS_10', 'MEDIUM',
    'Identify > Vulnerability, patch, and version management', 'AWS::ECS::Service',
    'ecs-fargate-latest-platform-version', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10'),
  ('FG.1', 'fargauge', 2, 'control_FG_1', 'MEDIUM',
    'Identify > Vulnerability, patch, and version management', 'AWS::ECS::Service', null, null, null),
  ('FG.2', 'fargauge', 3, 'control_FG_2', 'LOW',
    'Identify > Vulnerability, patch, and version management', 'AWS::ECS::Service', null, null, null),
  ('FG.3', 'fargauge', 4, 'control_FG_3', 'MEDIUM',
    'Identify > Vulnerability, patch, and version management', 'AWS::ECS::Service', null, null, null),
  ('ECS.1', 'aws', 11, null, 'HIGH',
    'Protect > Secure access management', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-user-for-host-mode-check', '2026-03-01',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-1'),
  ('ECS.2', 'aws', 12, null, 'HIGH',
    'Protect > Secure network configuration > Resources not publicly accessible', 'AWS::ECS::Service',
    'ecs-service-assign-public-ip-disabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2'),
  ('ECS.3', 'aws', 13, null, 'HIGH',
    'Identify > Resource configuration', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-pid-mode-check', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3'),
  ('ECS.4', 'aws', 14, null, 'HIGH',
    'Protect > Secure access management > Root user access restrictions', 'AWS::ECS::TaskDefinition',
    'ecs-containers-nonprivileged', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4'),
  ('ECS.5', 'aws', 15, null, 'HIGH',
    'Protect > Secure access management', 'AWS::ECS::TaskDefinition',
    'ecs-containers-readonly-access', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5'),
  ('ECS.8', 'aws', 16, null, 'HIGH',
    'Protect > Secure development > Credentials not hard-coded', 'AWS::ECS::TaskDefinition',
    'ecs-no-environment-secrets', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8'),
  ('ECS.9', 'aws', 17, null, 'HIGH',
    'Identify > Logging', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-log-configuration', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9'),
  ('ECS.12', 'aws', 18, null, 'MEDIUM',
    'Identify > Logging', 'AWS::ECS::Cluster',
    'ecs-container-insights-enabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12'),
  ('ECS.13', 'aws', 19, null, 'LOW',
    'Identify > Inventory > Tagging', 'AWS::ECS::Service',
    'tagged-ecs-service', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-13'),
  ('ECS.14', 'aws', 20, null, 'LOW',
    'Identify > Inventory > Tagging', 'AWS::ECS::Cluster',
    'tagged-ecs-cluster', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-14'),
  ('ECS.15', 'aws', 21, null, 'LOW',
    'Identify > Inventory > Tagging', 'AWS::ECS::TaskDefinition',
    'tagged-ecs-taskdefinition', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-15'),
  ('ECS.16', 'aws', 22, null, 'HIGH',
    'Protect > Secure network configuration > Resources not publicly accessible', 'AWS::ECS::TaskSet',
    'ecs-taskset-assign-public-ip-disabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-16'),
  ('ECS.17', 'aws', 23, null, 'MEDIUM',
    'Protect > Secure network configuration', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-network-mode-not-host', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17'),
  ('ECS.18', 'aws', 24, null, 'MEDIUM',
    'Protect > Encryption of data-in-transit', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-efs-encryption-enabled', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18'),
  ('ECS.19', 'aws', 25, null, 'MEDIUM',
    'Protect > Data Protection', 'AWS::ECS::CapacityProvider',
    'ecs-capacity-provider-termination-check', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-19'),
  ('ECS.20', 'aws', 26, null, 'MEDIUM',
    'Protect > Secure access management > Root user access restrictions', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-linux-user-non-root', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20'),
  ('ECS.21', 'aws', 27, null, 'MEDIUM',
    'Protect > Secure access management > Root user access restrictions', 'AWS::ECS::TaskDefinition',
    'ecs-task-definition-windows-user-non-admin', null,
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-21');

insert into control_successor (control_id, successor_id) values
  ('ECS.1', 'ECS.4'),
  ('ECS.1', 'ECS.17'),
  ('ECS.1', 'ECS.20'),
  ('ECS.1', 'ECS.21');

-- What LATEST meant, from when: an assessment of a past day is made with that day's version.
-- Linux, 1.0.0 to 1.3.0: AWS gives the day on which each version was released and not the day on which LATEST
-- moved to it (its guide warned that LATEST need not be the newest), so the release day stands here.
-- Linux, 1.4.0: LATEST stayed on 1.3.0 for eleven months after the release of 1.4.0. AWS began to move it on
-- 2021-03-08, Region by Region, and announced the end of that on 2021-03-19, which stands here.
-- Windows: 1.0.0 is the only version so far; before it there were no Windows tasks on Fargate.
-- FG.3: this program's own choice.
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
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/document_history.html'),
  ('FG.3', 'retirementWarningDays', '2017-11-29', '90', 'fargauge');

-- The FG controls and the retired ECS.1 answer no requirement.
insert into control_requirement (control_id, framework_id, requirement) values
  ('ECS.10', 'nist-800-53-r5', 'SI-2'),
  ('ECS.10', 'nist-800-53-r5', 'SI-2(2)'),
  ('ECS.10', 'nist-800-53-r5', 'SI-2(4)'),
  ('ECS.10', 'nist-800-53-r5', 'SI-2(5)'),
  ('ECS.10', 'pci-dss-4.0.1', '6.3.3'),
  ('ECS.2', 'nist-800-53-r5', 'AC-21'),
  ('ECS.2', 'nist-800-53-r5', 'AC-3'),
  ('ECS.2', 'nist-800-53-r5', 'AC-3(7)'),
  ('ECS.2', 'nist-800-53-r5', 'AC-4'),
  ('ECS.2', 'nist-800-53-r5', 'AC-4(21)'),
  ('ECS.2', 'nist-800-53-r5', 'AC-6'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(3)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(4)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(9)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(11)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(16)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(20)'),
  ('ECS.2', 'nist-800-53-r5', 'SC-7(21)'),
  ('ECS.2', 'pci-dss-4.0.1', '1.4.4'),
  ('ECS.3', 'nist-800-53-r5', 'CA-9(1)'),
  ('ECS.3', 'nist-800-53-r5', 'CM-2'),
  ('ECS.8', 'nist-800-53-r5', 'CA-9(1)'),
  ('ECS.8', 'nist-800-53-r5', 'CM-2'),
  ('ECS.8', 'pci-dss-4.0.1', '8.6.2'),
  ('ECS.9', 'nist-800-53-r5', 'AC-4(26)'),
  ('ECS.9', 'nist-800-53-r5', 'AU-2'),
  ('ECS.9', 'nist-800-53-r5', 'AU-3'),
  ('ECS.9', 'nist-800-53-r5', 'AU-6(3)'),
  ('ECS.9', 'nist-800-53-r5', 'AU-6(4)'),
  ('ECS.9', 'nist-800-53-r5', 'AU-10'),
  ('ECS.9', 'nist-800-53-r5', 'AU-12'),
  ('ECS.9', 'nist-800-53-r5', 'CA-7'),
  ('ECS.9', 'nist-800-53-r5', 'SC-7(9)'),
  ('ECS.9', 'nist-800-53-r5', 'SI-7(8)'),
  ('ECS.12', 'nist-800-53-r5', 'AU-6(3)'),
  ('ECS.12', 'nist-800-53-r5', 'AU-6(4)'),
  ('ECS.12', 'nist-800-53-r5', 'CA-7'),
  ('ECS.12', 'nist-800-53-r5', 'SI-2'),
  ('ECS.16', 'pci-dss-4.0.1', '1.4.4');

-- Three controls on the rights of a container answer the same six requirements.
insert into control_requirement (control_id, framework_id, requirement)
select control.column1, 'nist-800-53-r5', requirement.column1
from (values ('ECS.4'), ('ECS.5'), ('ECS.17')) as control,
  (values ('AC-2(1)'), ('AC-3'), ('AC-3(7)'), ('AC-3(15)'), ('AC-5'), ('AC-6')) as requirement;

-- AWS's own standard has no numbering beside the controls': the control is its requirement.
-- Not in it: ECS.13 to ECS.15 (the resource tagging standard) and ECS.17 (NIST SP 800-53 only).
insert into control_requirement (control_id, framework_id, requirement)
select control.column1, 'aws-fsbp', control.column1
from (values ('ECS.2'), ('ECS.3'), ('ECS.4'), ('ECS.5'), ('ECS.8'), ('ECS.9'), ('ECS.10'), ('ECS.12'),
  ('ECS.16'), ('ECS.18'), ('ECS.19'), ('ECS.20'), ('ECS.21')) as control;
