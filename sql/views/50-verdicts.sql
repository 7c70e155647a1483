-- AWS's own verdicts, as of the assessment.

-- What each of AWS's words means beside ours. One row per status.
create view v_verdict_meaning as
select column1 as status, column2 as meaning
from (values ('PASSED', 'pass'), ('FAILED', 'fail'), ('WARNING', 'unknown'), ('NOT_AVAILABLE', 'none'),
  ('COMPLIANT', 'pass'), ('NON_COMPLIANT', 'fail'), ('NOT_APPLICABLE', 'none'),
  ('INSUFFICIENT_DATA', 'unknown'));

-- One row per finding: its states in ASFF's words, whatever the export it came in. OCSF has its own words
-- (or only their ids), and the record's state among the workflow's: a finding that is archived there has no
-- workflow any more; the console speaks the user's language. A word that is not here means what it says.
-- Source: the OCSF schema's status_id and activity_id; the Security Hub API's ComplianceStatus,
-- WorkflowStatus and RecordState.
create view v_finding as
select id, control_id, finding_uid, issuer, record_id, updated_at, compliance_status, workflow_status,
  case when workflow_status = 'ARCHIVED' then 'ARCHIVED' else record_state end as record_state
from (select f.id, f.control_id, f.finding_uid, f.issuer, f.record_id, f.updated_at,
  case lower(f.compliance_status)
    when 'pass' then 'PASSED' when '1' then 'PASSED' when '合格' then 'PASSED'
    when 'fail' then 'FAILED' when '3' then 'FAILED' when '不合格' then 'FAILED'
    when '2' then 'WARNING'
    when 'unknown' then 'NOT_AVAILABLE' when '0' then 'NOT_AVAILABLE'
    when 'other' then 'NOT_AVAILABLE' when '99' then 'NOT_AVAILABLE'
    when 'not available' then 'NOT_AVAILABLE'
    else upper(f.compliance_status) end as compliance_status,
  case lower(f.workflow_status)
    when '1' then 'NEW'
    when 'in progress' then 'NOTIFIED' when '2' then 'NOTIFIED'
    when '3' then 'SUPPRESSED'
    when '4' then 'RESOLVED'
    when '5' then 'ARCHIVED' when 'deleted' then 'ARCHIVED' when '6' then 'ARCHIVED'
    else upper(f.workflow_status) end as workflow_status,
  case lower(f.record_state)
    when 'create' then 'ACTIVE' when '1' then 'ACTIVE'
    when 'update' then 'ACTIVE' when '2' then 'ACTIVE'
    when 'close' then 'ARCHIVED' when '3' then 'ARCHIVED'
    else upper(f.record_state) end as record_state
  from finding f);

-- One row per control × resource that Security Hub has findings on. Each finding counts as it was last
-- seen; ARCHIVED and SUPPRESSED ones do not count, then `status` is null and `kept_out` says why; of
-- those that count the newest UpdatedAt wins. Findings that other products issued are not in here.
create view v_security_hub_verdict as
with seen as (
  select f.id, f.control_id, o.resource_id, f.finding_uid, f.compliance_status,
    coalesce(f.updated_at, r.captured_at, '') as updated_at, f.workflow_status, f.record_state,
    f.record_id, r.sha256, r.byte_offset,
    row_number() over (partition by f.control_id, o.resource_id, f.finding_uid
      order by coalesce(f.updated_at, r.captured_at, '') desc, r.sha256, r.byte_offset) as version
  from v_finding f
  join finding_resource o on o.finding_id = f.id
  join v_record r on r.record_id = f.record_id
  join v_assessment a
  where f.issuer = 'aws/securityhub' and coalesce(f.updated_at, r.captured_at, '') <= a.as_of
), counted as (
  select *,
    case when record_state = 'ARCHIVED' then 'archived'
         when workflow_status = 'SUPPRESSED' then 'suppressed' end as kept_out
  from seen
  where version = 1
), ranked as (
  select *,
    row_number() over (partition by control_id, resource_id
      order by kept_out is not null, updated_at desc, sha256, byte_offset) as place
  from counted
)
select id as finding_id, control_id, resource_id, record_id,
  case when kept_out is null then compliance_status end as status,
  case when kept_out is null then updated_at end as updated_at,
  kept_out, compliance_status as given_status, updated_at as given_at, workflow_status, record_state
from ranked
where place = 1;

-- One row per control × resource that an AWS Config rule has judged. Which rule is which control: the
-- managed rule's own name, or what Security Hub ("securityhub-NAME-xxxxxxxx") and conformance packs
-- ("NAME-conformance-pack-xxxx") make of it.
--
-- Config tells verdicts in two ways. A compliance item tells those of all rules on a resource: only the newest
-- item counts, and a rule that it no longer lists judges no more. The item itself is the row without a rule's
-- name. An evaluation (an API answer, a notification) tells that of one rule, and nothing about others: it
-- counts unless the resource's newest item is later, or a later evaluation by the same rule is there. Where
-- both tell of one rule the later counts; without a verdict in it, the rule judges no more. Of several rules
-- for one control, and of what one moment tells, the worse verdict counts.
create view v_config_verdict as
with told as (
  select e.resource_id, e.record_id, e.rule_name, e.compliance, r.captured_at, r.sha256, r.byte_offset,
    coalesce(r.captured_at, '') as told_at
  from config_evaluation e
  join v_record r on r.record_id = e.record_id
  join v_assessment a
  where coalesce(r.captured_at, '') <= a.as_of
), item as (
  select resource_id, max(told_at) as told_at from told where rule_name = '' group by resource_id
), named as (
  select c.id as control_id, n.rule_name
  from (select distinct rule_name from config_evaluation) n
  join control c on n.rule_name = c.config_rule
    or n.rule_name glob 'securityhub-' || c.config_rule || '-*'
    or n.rule_name glob c.config_rule || '-conformance-pack-*'
), latest as (
  select t.*,
    rank() over (partition by t.resource_id, t.rule_name order by t.told_at desc) as age
  from told t
  left join item i on i.resource_id = t.resource_id
  where t.rule_name <> '' and t.told_at >= coalesce(i.told_at, '')
), seen as (
  select n.control_id, t.*,
    row_number() over (partition by n.control_id, t.resource_id
      order by t.compliance = 'NON_COMPLIANT' desc, t.rule_name, t.sha256, t.byte_offset) as choice
  from latest t
  join named n on n.rule_name = t.rule_name
  where t.age = 1 and t.compliance is not null
)
select control_id, resource_id, record_id, rule_name, compliance as status, captured_at
from seen
where choice = 1;
