-- Results, ready to read.

-- The results of any assessment in words: what their ids and reasons stand for. `agreement` is computed_only where AWS
-- has no verdict that counts. A resource's result has the id assessment_control.base + the resource's. One row per
-- control × resource × assessment. To be asked for those of an assessment, or of a control in it.
create view v_result as
select e.id, k.assessment_id, k.control_id, e.id - k.base as resource_id, e.record_id,
  iif(e.waiver_id is null, q.status, 'WAIVED') as status, q.status as original_status, q.reason,
  e.launch_type, e.platform_family, e.platform_version, e.latest_version, e.subject, e.actual, e.expected,
  e.security_hub_status, e.security_hub_at, e.config_rule_status, e.config_rule_at,
  coalesce(e.agreement, 'computed_only') as agreement, e.agreement_cause, e.waiver_id
from assessment_control k
cross join result e on e.id > k.base and e.id < k.base + 10000000000
cross join assessment_reason q on q.id = e.reason_id;

-- The same, to be asked for a result by its id.
create view v_result_by_id as
select e.id, k.assessment_id, k.control_id, e.id - k.base as resource_id, e.record_id,
  iif(e.waiver_id is null, q.status, 'WAIVED') as status, q.status as original_status, q.reason,
  e.launch_type, e.platform_family, e.platform_version, e.latest_version, e.subject, e.actual, e.expected,
  e.security_hub_status, e.security_hub_at, e.config_rule_status, e.config_rule_at,
  coalesce(e.agreement, 'computed_only') as agreement, e.agreement_cause, e.waiver_id
from result e
cross join assessment_reason q on q.id = e.reason_id
cross join assessment_control k on k.assessment_id = q.assessment_id and k.control_id = q.control_id;

-- One row per result of any assessment × language: its sentence. A brace inside a value is put aside as a
-- character that no text holds (U+FDD0) while the names in braces are filled in, so that a value is
-- never filled in itself.
create view v_result_message as
select e.id as result_id, t.lang,
  replace(replace(replace(replace(replace(t.text,
    '{expected}', replace(coalesce(e.expected, ''), '{', char(64976))),
    '{subject}', replace(coalesce(e.subject, ''), '{', char(64976))),
    '{actual}', replace(coalesce(e.actual, ''), '{', char(64976))),
    '{name}', replace(r.name, '{', char(64976))),
    char(64976), '{') as message
from v_result_by_id e
cross join resource r on r.id = e.resource_id
join reason_text t on t.control_id = e.control_id and t.reason = e.reason;

-- One row per result of any assessment with a cause × language: why AWS's verdict differs or does not count, as a
-- sentence, and what the rule itself said. Braces inside values: as above.
create view v_result_cause as
select k.assessment_id, k.result_id, t.lang, k.cause,
  replace(replace(replace(replace(replace(replace(replace(replace(replace(t.text,
    '{judge}', coalesce(j.text, '')),
    '{aws_at}', coalesce(replace(substr(k.aws_at, 1, 19), 'T', ' ') || ' UTC', '—')),
    '{our_at}', coalesce(replace(substr(k.our_at, 1, 19), 'T', ' ') || ' UTC', '—')),
    '{parameter}', replace(coalesce(k.parameter, ''), '{', char(64976))),
    '{aws_value}', replace(coalesce(nullif(k.aws_value, ''), '—'), '{', char(64976))),
    '{our_value}', replace(coalesce(nullif(k.our_value, ''), '—'), '{', char(64976))),
    '{detail}', replace(coalesce(k.detail, '—'), '{', char(64976))),
    '{name}', replace(r.name, '{', char(64976))),
    char(64976), '{') as told,
  k.annotation
from result_cause k
cross join v_result_by_id e on e.id = k.result_id
join resource r on r.id = e.resource_id
join message t on t.key = 'cause_told.' || k.cause
left join message j on j.lang = t.lang and j.key = 'cause_judge.' || k.judge;

-- One row per control × resource of the newest assessment, with everything but its sentence. Order: position, place, in
-- which the rows come by themselves.
create view v_placed_result as
select c.id as control_id, c.severity, e.status, e.reason,
  r.account_id, r.region, r.cluster, r.type as resource_type, r.name as resource_name,
  r.arn as resource_arn, e.launch_type, e.platform_family, e.platform_version, e.latest_version,
  e.security_hub_status, e.config_rule_status, e.agreement,
  w.waiver_id, replace(w.expires_at, '.000Z', 'Z') as waiver_expires,
  replace(coalesce(rec.captured_at, fact.captured_at, src.captured_at), '.000Z', 'Z') as captured_at,
  coalesce(fact.path, src.path) as source, rec.pointer as record,
  e.id as result_id, k.assessment_id, x.resource_id, e.record_id, c.position, x.place, x.twin,
  e.original_status,
  e.subject, e.actual, e.expected,
  coalesce(e.agreement_cause, iif(e.agreement <> 'computed_only', null,
    iif(c.issuer = 'aws', 'no_aws_verdict', 'no_aws_control'))) as agreement_cause,
  e.security_hub_at, e.config_rule_at,
  iif(rec.captured_at is not null, 'record', coalesce(fact.captured_from, src.captured_from))
    as captured_from
from control c
cross join assessment_control k on k.assessment_id = (select assessment_id from v_assessment_id) and k.control_id = c.id
cross join resource_fact x not indexed -- its own order is the reading order
cross join v_result_by_id e on e.id = k.base + x.resource_id
join resource r on r.id = x.resource_id
left join record rec on rec.id = e.record_id
left join source src on src.id = rec.source_id
left join source_fact fact on fact.source_id = rec.source_id
left join waiver w on w.id = e.waiver_id;

-- One row per control × resource of the newest assessment; the columns of results.csv, with English
-- sentences, and the keys behind them at the end. Order as results.csv has it: position, place.
create view v_results as
select v.control_id, v.severity, v.status, v.reason, v.account_id, v.region, v.cluster, v.resource_type, v.resource_name,
  v.resource_arn, v.launch_type, v.platform_family, v.platform_version, v.latest_version, v.security_hub_status,
  v.config_rule_status, v.agreement, v.waiver_id, v.waiver_expires, v.captured_at, v.source, v.record,
  m.message,
  v.result_id, v.assessment_id, v.resource_id, v.record_id, v.position, v.place, v.twin, v.original_status, v.subject,
  v.actual, v.expected, v.agreement_cause, v.security_hub_at, v.config_rule_at, v.captured_from
from v_placed_result v
join v_result_message m on m.result_id = v.result_id and m.lang = 'en';

-- How many results of each control have each status. One row per control that was judged. They are counted once, when the
-- assessment is made.
create view v_control_counts as
select c.id as control_id, c.position, c.severity, k.total,
  k.total - k.failed - k.insufficient_data - k.not_applicable - k.waived as passed,
  k.failed, k.insufficient_data, k.not_applicable, k.waived
from v_assessment_id a
join v_judged_control c
join assessment_control k on k.assessment_id = a.assessment_id and k.control_id = c.id;
