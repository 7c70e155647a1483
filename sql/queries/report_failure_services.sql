-- What fails in one cluster. Grain: one row per service with a failure. Order: name, ARN.
select resource_id, name, arn, 'failure-' || place as anchor, runs_on, platform_family,
  asked_version, running_version
from v_report_service
where account_id is :account_id and region is :region and cluster is :cluster and fails
order by name, arn;
