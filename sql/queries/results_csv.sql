-- The rows of results.csv: one per control × resource, sentences in the report's language.
-- Order: reading order of the controls, then account, region, cluster, name, ARN (resource_fact.place).
select v.control_id, v.severity, v.status, v.reason, v.account_id, v.region, v.cluster,
  v.resource_type, v.resource_name, v.resource_arn, v.launch_type, v.platform_family,
  v.platform_version, v.latest_version, v.security_hub_status, v.config_rule_status, v.agreement,
  v.waiver_id, v.waiver_expires, v.captured_at, v.source, v.record, m.message
from v_placed_result v
join v_result_message m on m.result_id = v.result_id and m.lang = :lang
where v.assessment_id = cast(:assessment as integer)
order by v.position, v.place;
