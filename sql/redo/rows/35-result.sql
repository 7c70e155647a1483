-- Results of all assessments. Key: the assessment, the control and the resource.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'assessment ' || a.number || ' ' || k.control_id || ' ' || coalesce(x.arn, 'a resource that is not there'),
  row_number() over (partition by k.base, x.arn order by e.id),
  json_object('status', iif(e.waiver_id is null, q.status, 'WAIVED'), 'original_status', q.status, 'reason', q.reason,
    'launch_type', e.launch_type, 'platform_family', e.platform_family, 'platform_version', e.platform_version,
    'latest_version', e.latest_version, 'subject', e.subject, 'actual', e.actual, 'expected', e.expected,
    'security_hub_status', e.security_hub_status, 'security_hub_at', e.security_hub_at,
    'config_rule_status', e.config_rule_status, 'config_rule_at', e.config_rule_at, 'agreement', e.agreement,
    'agreement_cause', e.agreement_cause, 'waiver', w.waiver_id, 'source', s.sha256, 'record', r.pointer)
from {view}.assessment_control k
join (select id, row_number() over (order by id) as number from {view}.assessment) a on a.id = k.assessment_id
cross join {view}.result e on e.id > k.base and e.id < k.base + 10000000000
left join {view}.assessment_reason q on q.id = e.reason_id and q.assessment_id = k.assessment_id
  and q.control_id = k.control_id
left join {view}.resource x on x.id = e.id - k.base
left join {view}.record r on r.id = e.record_id
left join {view}.source s on s.id = r.source_id
left join {view}.waiver w on w.id = e.waiver_id;
