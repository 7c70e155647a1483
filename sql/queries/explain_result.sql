-- One result as lines for the screen; `alarm` is 1 for a failure. Grain: one row per line. Order: part;
-- parameters by name.
with word (key, text) as (
  select key, text from message where lang = :lang
), e as materialized (
  select e.*, a.as_of, a.as_of_from, a.generated_at, a.tool_version, a.catalog_version, a.catalog_digest,
    r.arn, (select assessment_id from v_assessment_id) as newest
  from v_result_by_id e
  join assessment a on a.id = e.assessment_id
  join resource r on r.id = e.resource_id
  where e.id = :result_id
), sentence as materialized (
  select message from v_result_message where result_id = :result_id and lang = :lang
), cause as materialized (
  select told, annotation from v_result_cause where result_id = :result_id and lang = :lang
    and assessment_id = (select assessment_id from e)
), rests_on as materialized (
  select role, position, record_id from v_result_evidence where result_id = :result_id
), evidence as (
  -- each under the name of its file that counts
  select v.role, n.path, r.pointer,
    row_number() over (order by v.position, s.sha256, r.byte_offset) as place,
    row_number() over (partition by v.role, r.id
      order by coalesce(n.captured_at <= e.as_of, 1) desc, n.captured_at desc, n.path) as choice
  from rests_on v
  join e
  join record r on r.id = v.record_id
  join source s on s.id = r.source_id
  join v_source_name n on n.source_id = s.id
), lines (part, position, line, alarm) as (
  select 1, 0, w.text || ' ' || e.id || ': ' || e.control_id || coalesce('  ' || t.title, ''), 0
  from e join word w on w.key = 'explain.result'
  left join control_text t on t.control_id = e.control_id and t.lang = :lang
  union all
  select 2, 0, '  ' || w.text || ' ' || e.assessment_id || ' (' || n.text || ' ' || e.newest || ')', 1
  from e join word w on w.key = 'explain.older' join word n on n.key = 'explain.newest'
  where e.assessment_id <> e.newest
  union all
  select 3, 0, '  ' || w.text || ': ' || e.arn, 0 from e join word w on w.key = 'explain.resource'
  union all
  select 4, 0, '  ' || w.text || ': ' || coalesce(t.status_label || ' (' || t.status_code || ')', e.status),
    e.status = 'FAILED'
  from e join word w on w.key = 'head.status'
  left join v_status_text t on t.status = e.status and t.lang = :lang
  union all
  select 5, 0, '  ' || w.text || ': ' || e.reason || coalesce(' - ' || m.message, ''), 0
  from e join word w on w.key = 'sources.reason'
  left join sentence m
  union all
  select 6, 0, '  ' || w.text || ': ' || e.as_of || coalesce(' (' || o.text || ')', ''), 0
  from e join word w on w.key = 'cover.as_of'
  left join word o on o.key = 'as_of.' || e.as_of_from
  union all
  select 7, 0, '  ' || w.text || ': ' || e.generated_at || ', fargauge ' || e.tool_version || ', ' || c.text || ' '
    || e.catalog_version || ', ' || r.text || ' ' || e.catalog_digest, 0
  from e join word w on w.key = 'explain.assessed'
  join word c on c.key = 'explain.catalogue' join word r on r.key = 'explain.rules'
  union all
  -- its own parameters, and what LATEST means where it rests on that
  select 8, p.control_id <> e.control_id,
    '  ' || w.text || ': ' || p.name || '=' || p.value
      || coalesce(' (' || o.text || coalesce(', ' || d.since || ', ' || d.source, '') || ')', ''), 0
  from e join word w on w.key = 'explain.parameter'
  join assessment_parameter p on p.assessment_id = e.assessment_id
    and (p.control_id = e.control_id or (p.control_id = 'ECS.10' and e.latest_version is not null))
  left join word o on o.key = 'origin.' || p.origin
  left join control_parameter d on p.origin = 'default' and d.control_id = p.control_id
    and d.name = p.name and d.value = p.value
    and d.since = coalesce(
      (select max(since) from control_parameter x where x.control_id = p.control_id and x.name = p.name
         and x.since <= substr(e.as_of, 1, 10)),
      (select min(since) from control_parameter x where x.control_id = p.control_id and x.name = p.name))
  union all
  select 9, 0, '  ' || w.text || ': ' || v.waiver_id || ' (' || lower(a.text) || ': ' || v.approver || ', '
    || lower(x.text) || ': ' || replace(v.expires_at, '.000Z', 'Z') || coalesce(', ' || v.ticket, '') || ') '
    || v.reason, 0
  from e join waiver v on v.id = e.waiver_id join word w on w.key = 'explain.waiver'
  join word a on a.key = 'waivers.approver' join word x on x.key = 'waivers.expires'
  union all
  select 10, 0, '  ' || w.text || ': ' || e.security_hub_status || ' (' || e.security_hub_at || ')', 0
  from e join word w on w.key = 'judge.security_hub' where e.security_hub_status is not null
  union all
  select 11, 0, '  ' || w.text || ': ' || e.config_rule_status || ' (' || e.config_rule_at || ')', 0
  from e join word w on w.key = 'judge.config' where e.config_rule_status is not null
  union all
  select 12, 0, '  ' || w.text || ': ' || coalesce(l.text, e.agreement) || coalesce(' - ' || coalesce(c.told, k.text, m.text), ''), 0
  from e join word w on w.key = 'explain.agreement'
  left join word l on l.key = 'agreement.' || e.agreement
  left join cause c
  left join word k on k.key = 'cause.' || coalesce(e.agreement_cause, iif(e.agreement <> 'computed_only', null,
    iif(exists (select 1 from control i where i.id = e.control_id and i.issuer = 'aws'),
      'no_aws_verdict', 'no_aws_control')))
  left join word m on e.agreement_cause is null and m.key = 'agreement_meaning.' || e.agreement
  union all
  select 12, 1, '  ' || w.text || ' ' || c.annotation, 0
  from cause c join word w on w.key = 'agreement.annotation' where c.annotation is not null
  union all
  select 13, v.place,
    '  ' || w.text || ': ' || coalesce(k.text, v.role) || ': ' || v.path || ' ' || iif(v.pointer = '', '/', v.pointer), 0
  from evidence v
  join word w on w.key = 'explain.rests_on'
  left join word k on k.key = 'explain.role.' || v.role
  where v.choice = 1
)
select line, alarm
from lines
order by part, position, line;
