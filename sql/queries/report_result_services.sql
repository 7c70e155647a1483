-- The services of one cluster. Grain: one row per resource with results. Order: name, ARN.
select resource_id, name, arn, case when fails then '#failure-' || place end as href,
  runs_on, platform_family, coalesce(asked_version, '—') as asked_version,
  running_version
from v_report_service
where account_id is :account_id and region is :region and cluster is :cluster
order by name, arn;
