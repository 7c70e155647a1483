-- The words that stay: those of AWS's that exports hold and the catalogue's. is_name: AWS gives
-- it to what else customers name. One row per word. Order: word.
with recursive list (rest) as (
  values ('arn aws aws-cn aws-us-gov aws-iso aws-iso-b aws-iso-e aws-iso-f aws-eusc '
    || 'ecs ec2 iam config securityhub autoscaling elasticloadbalancing inspector guardduty logs kms servicediscovery '
    -- what an ARN names
    || 'service cluster task task-definition task-set capacity-provider container container-instance service-deployment '
    || 'service-revision ecs-svc role config-rule aws-service-rule autoScalingGroup autoScalingGroupName subscription finding '
    || 'security-control product securityhub.amazonaws.com v aws-foundational-security-best-practices pci-dss nist-800-53 '
    || 'cis-aws-foundations-benchmark default '
    -- how things run
    || 'FARGATE FARGATE_SPOT EC2 EXTERNAL MANAGED_INSTANCES ECS CODE_DEPLOY REPLICA DAEMON LATEST latest '
    || 'Linux LINUX linux Windows WINDOWS windows Server Core Full 2016 2019 2022 2025 20H2 Core_20H2 '
    || 'WINDOWS_SERVER_2016_FULL WINDOWS_SERVER_2019_CORE WINDOWS_SERVER_2019_FULL WINDOWS_SERVER_2004_CORE '
    || 'WINDOWS_SERVER_20H2_CORE WINDOWS_SERVER_2022_CORE WINDOWS_SERVER_2022_FULL WINDOWS_SERVER_2025_CORE '
    || 'WINDOWS_SERVER_2025_FULL X86_64 ARM64 awsvpc bridge host none task private shareable '
    || 'root awslogs awsfirelens fluentd gelf journald json-file logentries splunk syslog '
    -- states
    || 'ACTIVE INACTIVE DRAINING PRIMARY PROVISIONING DEPROVISIONING FAILED DELETE_IN_PROGRESS DELETE_COMPLETE '
    || 'DELETE_FAILED UPDATE_IN_PROGRESS UPDATE_COMPLETE UPDATE_FAILED CREATE_IN_PROGRESS CREATE_COMPLETE CREATE_FAILED '
    || 'COMPLETED IN_PROGRESS PENDING SUCCESSFUL STOPPED STOP_REQUESTED ROLLBACK_REQUESTED ROLLBACK_IN_PROGRESS '
    || 'ROLLBACK_SUCCESSFUL ROLLBACK_FAILED RUNNING ACTIVATING DEACTIVATING STOPPING DEPROVISIONING DELETED STEADY_STATE '
    || 'STABILIZING ENABLED DISABLED enabled disabled enhanced DEFAULT OVERRIDE NONE MISSING true false null '
    -- verdicts
    || 'PASSED FAILED WARNING NOT_AVAILABLE COMPLIANT NON_COMPLIANT NOT_APPLICABLE INSUFFICIENT_DATA Pass Fail Warning Unknown '
    || 'NEW NOTIFIED RESOLVED SUPPRESSED New Notified Resolved Suppressed Archived ARCHIVED Create Update Close '
    || 'INFORMATIONAL LOW MEDIUM HIGH CRITICAL Informational Low Medium High Critical Fatal Other '
    -- kinds of resources, in findings
    || 'AwsEcsService AwsEcsCluster AwsEcsTask AwsEcsTaskDefinition AwsEcsTaskSet AwsEcsContainer AwsEcsCapacityProvider '
    || 'AwsAccount unknown product types other '
    -- kinds of evidence
    || 'listing config_evaluation ')
  union all
  select substr(rest, instr(rest, ' ') + 1) from list where rest <> ''
), value (rest) as (
  select value || ',' from control_parameter
  union all
  select substr(rest, instr(rest, ',') + 1) from value where rest <> ''
)
select word, word in ('FARGATE', 'FARGATE_SPOT', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES', 'ecs-svc')
  or word in (select trim(substr(rest, 1, instr(rest, ',') - 1)) from value where rest <> '') as is_name
from (
  select substr(rest, 1, instr(rest, ' ') - 1) as word from list where rest <> ''
  union
  select trim(substr(rest, 1, instr(rest, ',') - 1)) from value where rest <> ''
  union
  select id from control
  union
  select config_rule from control where config_rule is not null
  union
  select resource_type from control
  union
  select name from control_parameter
  union
  select version from platform_version
  union
  select id from framework
  union
  select distinct kind from source
)
where word <> ''
order by word;
