-- What Security Hub and AWS Config say, of the files that are new, as in 60-ecs.sql.
insert into merged_finding (old_id, new_id)
select e.id, (select coalesce(max(id), 0) from main.finding) + row_number() over (order by e.id)
from other.finding e
join merged_record r on r.old_id = e.record_id;
insert into main.finding (id, record_id, finding_uid, issuer, control_id, generator_id, account_id, region, title,
  compliance_status, workflow_status, record_state, severity, created_at, updated_at, first_observed_at, last_observed_at)
select m.new_id, r.new_id, e.finding_uid, e.issuer, e.control_id, e.generator_id, e.account_id, e.region, e.title,
  e.compliance_status, e.workflow_status, e.record_state, e.severity, e.created_at, e.updated_at, e.first_observed_at,
  e.last_observed_at
from other.finding e
join merged_finding m on m.old_id = e.id
join merged_record r on r.old_id = e.record_id
order by e.id;

insert into main.finding_resource (finding_id, position, resource_id, type)
select f.new_id, e.position, x.new_id, e.type
from other.finding_resource e
join merged_finding f on f.old_id = e.finding_id
join merged_resource x on x.old_id = e.resource_id
order by f.new_id, e.position;

insert into main.finding_parameter (finding_id, name, position, value)
select f.new_id, e.name, e.position, e.value
from other.finding_parameter e
join merged_finding f on f.old_id = e.finding_id
order by f.new_id, e.name, e.position;

insert into main.config_evaluation (record_id, resource_id, rule_name, rule_arn, compliance, annotation)
select r.new_id, x.new_id, e.rule_name, e.rule_arn, e.compliance, e.annotation
from other.config_evaluation e
join merged_record r on r.old_id = e.record_id
join merged_resource x on x.old_id = e.resource_id
order by e.id;

insert into main.config_compliance (record_id, rule_name, resource_id, compliance, contributors, contributors_capped)
select r.new_id, e.rule_name, x.new_id, e.compliance, e.contributors, e.contributors_capped
from other.config_compliance e
join merged_record r on r.old_id = e.record_id
left join merged_resource x on x.old_id = e.resource_id
order by e.id;
