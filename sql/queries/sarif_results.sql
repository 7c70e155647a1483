-- What failed, as SARIF's results; those that a waiver covers are suppressed. The place is the line of the record, where it
-- is known, else its bytes, where the file holds them as they are (plain, UTF-8, in no archive).
-- Grain: one row per control × resource. Order: reading order of the controls, then account, region, cluster, name, ARN.
select v.control_id as rule_id, v.status, v.reason, v.account_id, v.region, v.cluster, v.resource_type,
  v.resource_name, v.resource_arn, v.launch_type, v.platform_family, v.platform_version, v.latest_version,
  v.security_hub_status, v.config_rule_status, v.agreement, v.captured_at, v.source, v.record,
  case v.severity when 'LOW' then 'note' when 'MEDIUM' then 'warning' else 'error' end as level,
  m.message, v.control_id || ' ' || v.resource_arn as identity,
  v.source not glob '/*' and '/' || v.source || '/' not glob '*/../*' as is_below,
  p.line,
  s.compression = 'none' and s.encoding = 'utf-8' and s.archive_id is null as has_bytes,
  p.byte_offset, p.byte_length,
  w.id as waiver_row, w.waiver_id, w.reason as justification, w.owner, w.approver, w.ticket,
  replace(w.approved_at, '.000Z', 'Z') as approved_at, replace(w.expires_at, '.000Z', 'Z') as expires_at
from v_placed_result v
join v_result_message m on m.result_id = v.result_id and m.lang = :lang
join result e on e.id = v.result_id
left join record p on p.id = v.record_id
left join source s on s.id = p.source_id
left join waiver w on w.id = e.waiver_id
where v.assessment_id = cast(:assessment as integer) and v.status in ('FAILED', 'WAIVED')
order by v.position, v.place;
