-- What must hold in any database after an assessment. Every statement lists what breaks the rule that its
-- comment states, one row per breach; no row is good. Run by test_consistency on the samples, or by hand:
-- sqlite3 audit.db < tests/sql/consistency.sql

-- Every stored page of the file is sound
select integrity_check from pragma_integrity_check where integrity_check <> 'ok';

-- Every reference leads somewhere
select "table", rowid, parent from pragma_foreign_key_check;

-- Every reason that was given is in the catalogue, with the status it was given with
select e.control_id, e.reason, e.original_status
from v_result e
left join reason q on q.control_id = e.control_id and q.reason = e.reason
where q.status is not e.original_status;

-- A result differs from its reason's status only by a waiver, which needs a failure
select control_id, resource_id, status, original_status
from v_result
where (status <> original_status or waiver_id is not null)
  and (status <> 'WAIVED' or original_status <> 'FAILED' or waiver_id is null);

-- Every resource that counts has a result for every computed control of its kind, and AWS alone judged the rest
with expected as (
  select c.id as control_id, count(f.resource_id) as resources
  from control c
  left join (select r.type, f.resource_id
             from (select resource_id from service_fact union all select resource_id from view_fact) f
             join resource r on r.id = f.resource_id) f on f.type = c.resource_type
  where c.view is not null and c.issuer in ('aws', 'fargauge')
  group by c.id
), found as (
  select e.control_id, count(*) as results
  from v_result e
  join v_assessment a on a.assessment_id = e.assessment_id
  where e.agreement <> 'aws_only'
  group by e.control_id
)
select x.control_id, x.resources, f.results
from expected x
left join found f on f.control_id = x.control_id
where ifnull(f.results, 0) <> x.resources and exists (select 1 from assessment);

-- The newest assessment judged the computed ones among the controls that meet its choice, and no others
select k.control_id, 'left out' from v_chosen_control k
join v_assessment_id a on a.assessment_id = k.assessment_id
join control c on c.id = k.control_id and c.view is not null
where k.control_id not in (select id from v_judged_control)
union all
select j.id, 'not chosen' from v_judged_control j
join v_assessment_id a
where j.id not in (select control_id from v_chosen_control k where k.assessment_id = a.assessment_id);

-- A service counts once, whatever its ARN's form
select account_id, region, cluster, name, count(*)
from assessment_service x
join v_assessment using (assessment_id)
join resource r on r.id = x.resource_id
group by partition, account_id, region, cluster, name
having count(*) > 1;

-- A result's id is its control's base and its resource's id, and its reason is one of that control's in that assessment
select e.id, q.control_id, k.base
from result e
left join assessment_reason q on q.id = e.reason_id
left join assessment_control k on k.assessment_id = q.assessment_id and k.control_id = q.control_id
left join resource r on r.id = e.id - k.base
where r.id is null;

-- Every result rests on a record, but where no inventory holds the resource
select control_id, resource_id, reason from v_result where record_id is null and reason <> 'not_in_inventory';

-- Not in any inventory and judged by AWS alone are the same, and for AWS's controls only
select e.control_id, e.resource_id, e.reason, e.agreement
from v_result e
join control c on c.id = e.control_id
where (e.reason = 'not_in_inventory') <> (e.agreement = 'aws_only')
  or (e.agreement = 'aws_only' and (c.issuer <> 'aws' or e.agreement_cause not in ('only_in_aws', 'place_not_exported', 'described_missing')));

-- Where AWS's verdict and ours differ, or one is missing, the cause is stated; where they agree there is none
select control_id, resource_id, agreement, agreement_cause
from v_results
where (agreement = 'agrees') <> (agreement_cause is null);

-- A result that is set beside a verdict shows it with its time
select control_id, resource_id, agreement
from v_result
where (agreement in ('agrees', 'disagrees', 'stale', 'aws_only'))
    <> (security_hub_status is not null or config_rule_status is not null)
  or (security_hub_status is null) <> (security_hub_at is null)
  or (config_rule_status is null) <> (config_rule_at is null);

-- What runs rests on a record that was captured by then, and a result that a witness decides on the witness's
select r.service_id, r.position, v.captured_at
from version_fact r
join v_assessment a
join v_record v on v.record_id = r.record_id
where v.captured_at > a.as_of
union all
select f.service_id, f.position, f.standing
from v_version_fact f
where (f.kind = 'running') <> (f.record_id is not null);

-- A result of an evidence record that is newer than the moment judged does not exist
select e.control_id, e.resource_id, v.captured_at
from v_result e
join assessment a on a.id = e.assessment_id
join v_record v on v.record_id = e.record_id
where v.captured_at > a.as_of;

-- Every computed control has its view, and every control's view its control
select c.id, c.view from control c
where c.view is not null and not exists (select 1 from sqlite_schema s where s.type = 'view' and s.name = c.view)
union all
select null, s.name from sqlite_schema s
where s.type = 'view' and s.name glob 'control_*' and not exists (select 1 from control c where c.view = s.name);

-- Every computed control can pass, fail, not apply and lack data
select c.id, w.column1
from control c
join (values ('PASSED'), ('FAILED'), ('NOT_APPLICABLE'), ('INSUFFICIENT_DATA')) w
where c.view is not null
  and not exists (select 1 from reason q where q.control_id = c.id and q.status = w.column1);

-- Every computed control of AWS's can say that no inventory holds the resource
select c.id from control c
where c.view is not null and c.issuer = 'aws'
  and not exists (select 1 from reason q where q.control_id = c.id and q.reason = 'not_in_inventory');

-- Every reason belongs to a computed control
select q.control_id, q.reason from reason q
where not exists (select 1 from control c where c.id = q.control_id and c.view is not null);

-- Every control, point, remedy, reason and message stands in both languages
with texts (kind, name, lang) as (
  select 'control', control_id, lang from control_text
  union all select 'point', control_id || ' ' || kind || ' ' || position, lang from control_point
  union all select 'remedy', control_id || ' ' || variant || ' ' || method || ' ' || position, lang from remedy
  union all select 'reason', control_id || ' ' || reason, lang from reason_text
  union all select 'message', key, lang from message
)
select kind, name, group_concat(lang) from texts group by kind, name having count(*) <> 2;

-- Every control has a title, and every reason a sentence
select 'control', id from control where id not in (select control_id from control_text)
union all
select 'reason', control_id || ' ' || reason from reason
where (control_id, reason) not in (select control_id, reason from reason_text);

-- Every text belongs to something that exists
select 'control', control_id from control_text where control_id not in (select id from control)
union all
select 'point', control_id from control_point where control_id not in (select id from control)
union all
select 'remedy', control_id from remedy where control_id not in (select id from control)
union all
select 'reason', control_id || ' ' || reason from reason_text
where (control_id, reason) not in (select control_id, reason from reason);

-- No text is empty, or begins or ends with a space
with texts (kind, name, text) as (
  select 'title', control_id || ' ' || lang, title from control_text
  union all select 'description', control_id || ' ' || lang, description from control_text
  union all select 'point', control_id || ' ' || position || ' ' || lang, text from control_point
  union all select 'remedy', control_id || ' ' || variant || ' ' || method || ' ' || position || ' ' || lang, text
    from remedy
  union all select 'reason', control_id || ' ' || reason || ' ' || lang, text from reason_text
  union all select 'message', key || ' ' || lang, text from message
)
select kind, name, text from texts where text = '' or text <> trim(text);

-- The two languages of a text hold the same placeholders, equally often
with recursive texts (name, lang, text) as (
  select 'reason ' || control_id || ' ' || reason, lang, text from reason_text
  union all select 'message ' || key, lang, text from message
  union all select 'remedy ' || control_id || ' ' || variant || ' ' || method || ' ' || position, lang, text
    from remedy
), part (name, lang, token, rest) as (
  select name, lang, '', text from texts
  union all
  select name, lang,
    substr(rest, instr(rest, '{') + 1,
      max(instr(substr(rest, instr(rest, '{') + 1), '}') - 1, 0)),
    substr(rest, instr(rest, '{') + 1)
  from part
  where instr(rest, '{') > 0
), placeholder as (
  select name, token, sum(lang = 'en') as en, sum(lang = 'ja') as ja
  from part
  where token <> '' and token not glob '*[^a-z_|]*'
  group by name, token
)
select name, token, en, ja from placeholder where en <> ja;

-- A sentence's placeholders are those that results fill, each at most once
with recursive part (name, token, rest) as (
  select control_id || ' ' || reason || ' ' || lang, '', text from reason_text
  union all
  select name,
    substr(rest, instr(rest, '{') + 1,
      max(instr(substr(rest, instr(rest, '{') + 1), '}') - 1, 0)),
    substr(rest, instr(rest, '{') + 1)
  from part
  where instr(rest, '{') > 0
)
select name, token, count(*)
from part
where token <> ''
group by name, token
having count(*) > 1 or token not in ('name', 'subject', 'actual', 'expected');

-- Every result has a sentence in both languages, with everything filled in
select e.id, e.control_id, e.reason, m.lang, m.message
from v_result e
left join v_result_message m on m.result_id = e.id
where m.message is null or m.message like '%{%' or m.message like '%""%'
union all
select e.id, e.control_id, e.reason, null, null
from v_result e
where (select count(*) from v_result_message m where m.result_id = e.id) <> 2;

-- A sentence that names what was found or expected is given only where that is known
select distinct e.control_id, e.reason, t.lang
from v_result e
join reason_text t on t.control_id = e.control_id and t.reason = e.reason
where (t.text like '%{actual}%' and e.actual is null)
  or (t.text like '%{expected}%' and e.expected is null)
  or (t.text like '%{subject}%' and e.subject is null);

-- Every requirement is one of a framework and of a control that exist
select control_id, framework_id, requirement from control_requirement
where framework_id not in (select id from framework) or control_id not in (select id from control);

-- Every requirement that a control answers is listed
select control_id, framework_id, requirement from control_requirement
where (framework_id, requirement) not in (select framework_id, requirement from requirement);

-- Every requirement has a title in both languages, and every such title its requirement
select r.framework_id, r.requirement, l.column1
from requirement r
join (values ('en'), ('ja')) l
where not exists (select 1 from requirement_text t
                  where t.framework_id = r.framework_id and t.requirement = r.requirement
                    and t.lang = l.column1 and t.title = trim(t.title) and t.title <> '')
union all
select framework_id, requirement, lang from requirement_text
where (framework_id, requirement) not in (select framework_id, requirement from requirement);

-- Every requirement has a position of its own in its framework
select framework_id, position, group_concat(requirement)
from requirement
group by framework_id, position
having count(*) > 1;

-- Requirements read in the order of their numbers: a control before its enhancements, 3 before 15
select a.framework_id, a.requirement, b.requirement
from (values
    ('nist-800-53-r5', 'AC-2(1)', 'AC-3'), ('nist-800-53-r5', 'AC-3', 'AC-3(7)'),
    ('nist-800-53-r5', 'AC-3(7)', 'AC-3(15)'), ('nist-800-53-r5', 'AC-3(15)', 'AC-4'),
    ('nist-800-53-r5', 'AC-6', 'AC-21'), ('nist-800-53-r5', 'AC-21', 'AU-2'),
    ('nist-800-53-r5', 'SC-7(21)', 'SI-2'), ('pci-dss-4.0.1', '1.4.4', '6.3.3'),
    ('aws-fsbp', 'ECS.2', 'ECS.10')) w
left join requirement a on a.framework_id = w.column1 and a.requirement = w.column2
left join requirement b on b.framework_id = w.column1 and b.requirement = w.column3
where (a.position < b.position) is not true;

-- Every framework has a requirement
select id from framework where id not in (select framework_id from control_requirement);

-- A retired control is not computed, and its successors exist and are not retired
select id, view from control where retired_on is not null and view is not null
union all
select control_id, successor_id from control_successor
where control_id not in (select id from control where retired_on is not null)
  or successor_id not in (select id from control where retired_on is null);

-- Every parameter belongs to a computed control, and the assessment has each of them once
select p.control_id, p.name from control_parameter p
where not exists (select 1 from control c where c.id = p.control_id and c.view is not null)
union all
select distinct p.control_id, p.name from control_parameter p
where not exists (select 1 from assessment_parameter a join v_assessment using (assessment_id)
                  where a.control_id = p.control_id and a.name = p.name);

-- Every version of the catalogue, and every version that LATEST may mean, is three numbers
select v.text from version_number v
where v.major is null
  and (v.text in (select version from platform_version)
    or v.text in (select value from control_parameter where name like 'latest%Version'));

-- What LATEST means by default was released by then
select p.name, p.since, p.value from control_parameter p
where p.name like 'latest%Version'
  and not exists (select 1 from platform_version v where v.version = p.value and v.released_on <= p.since
                    and v.family = case p.name when 'latestLinuxVersion' then 'linux' else 'windows' end);

-- A version's dates are dates, and in order
select family, version from platform_version
where date(released_on) is not released_on
  or (retired_on is not null and (date(retired_on) is not retired_on or retired_on <= released_on))
  or (ended_on is not null and (date(ended_on) is not ended_on or ended_on < retired_on));

-- Times have the one form whose text order is time order
with times (place, time) as (
  select 'source', captured_at from source
  union all select 'record', captured_at from record
  union all select 'service', created_at from service
  union all select 'deployment', created_at from deployment
  union all select 'deployment', updated_at from deployment
  union all select 'task_set', created_at from task_set
  union all select 'task_set', updated_at from task_set
  union all select 'task', created_at from task
  union all select 'task', started_at from task
  union all select 'task', stopped_at from task
  union all select 'task_definition', registered_at from task_definition
  union all select 'task_definition', deregistered_at from task_definition
  union all select 'service_revision', created_at from service_revision
  union all select 'service_deployment', created_at from service_deployment
  union all select 'service_deployment', started_at from service_deployment
  union all select 'service_deployment', finished_at from service_deployment
  union all select 'finding', updated_at from finding
  union all select 'waiver', approved_at from waiver
  union all select 'waiver', expires_at from waiver
  union all select 'assessment', as_of from assessment
  union all select 'assessment', generated_at from assessment
)
select place, time from times
where time not glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z';

-- The reports have a word for every status, agreement, cause, reason and severity
with wanted (key) as (
  select 'status.' || status from v_status
  union select 'agreement.' || agreement from v_result
  union select 'cause.' || agreement_cause from v_results where agreement_cause is not null
  union select 'reason.' || reason from reason
  union select 'severity.' || severity from control
)
select key from wanted where key not in (select key from message);

-- What differs from AWS's verdict, or is judged by AWS alone, has its cause with whose verdict is meant and when
select e.control_id, e.resource_id, e.agreement
from v_result e
join v_assessment a on a.assessment_id = e.assessment_id
left join result_cause k on k.assessment_id = e.assessment_id and k.result_id = e.id
where e.agreement in ('disagrees', 'stale', 'aws_only')
  and (k.cause is not e.agreement_cause or k.judge is null or k.aws_at is null);

-- A cause's sentence leaves no name in braces unfilled, in either language
select result_id, lang, told from v_result_cause where told glob '*{[a-z_]*}*';
