-- What fails in one place. Grain: one row per resource with a failure. Order: type, name, ARN.
select s.place, s.resource_id, s.name, s.arn, coalesce(t.text, s.resource_type) as type_label,
  'failure-' || s.place as anchor, s.runs_on, s.platform_family, s.asked_version, s.running_version
from v_report_service s
left join message t on t.lang = :lang and t.key = 'resource_type.' || s.resource_type
where s.account_id is :account_id and s.region is :region and s.cluster is :cluster and s.fails
order by s.resource_type, s.name, s.arn;
