-- What has results in one place. Grain: one row per resource. Order: type, name, ARN.
select s.place, s.resource_id, s.name, s.arn, case when s.fails then '#failure-' || s.place end as href,
  coalesce(t.text, s.resource_type) as type_label, s.runs_on, s.platform_family, s.asked_version, s.running_version
from v_report_service s
left join message t on t.lang = :lang and t.key = 'resource_type.' || s.resource_type
where s.account_id is :account_id and s.region is :region and s.cluster is :cluster
order by s.resource_type, s.name, s.arn;
