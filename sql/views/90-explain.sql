-- From a verdict back to its evidence.

-- The kinds whose files are CSV: their records are rows, all others' are JSON. One row per kind.
create view v_csv_kind as
select 'waivers' as kind union all select 'securityhub_csv';

-- Every name under which a file's bytes were handed over, the first one too. One row per file × name.
create view v_source_name as
select id as source_id, path, archive_id, captured_at, captured_from from source
union all
select source_id, path, archive_id, captured_at, captured_from from source_alias;

-- Every record that names a resource, whatever it says of it. One row per resource × record × what it is.
create view v_resource_record as
select resource_id, record_id, 'service' as kind from service
union all select resource_id, record_id, 'task_definition' from task_definition
union all select resource_id, record_id, 'cluster' from cluster
union all select resource_id, record_id, 'task_set' from task_set
union all select resource_id, record_id, 'capacity_provider' from capacity_provider
union all select resource_id, record_id, 'task' from task
union all select resource_id, record_id, 'service_revision' from service_revision
union all select resource_id, record_id, 'service_deployment' from service_deployment
union all select resource_id, record_id, 'listing' from listing
union all select o.resource_id, f.record_id, 'finding' from finding_resource o join finding f on f.id = o.finding_id
union all select resource_id, record_id, 'config_evaluation' from config_evaluation
union all select resource_id, record_id, 'config_compliance' from config_compliance where resource_id is not null;

-- Every record that states whether a resource runs on Linux or Windows, in whose words: a view of the service
-- itself or of its deployments, or its task definition. One row per resource that counts × statement.
create view v_family_statement as
select k.counted_id as resource_id, s.record_id, trim(s.platform_family) as family, 1 as rank
from resource_fact k
join service s on s.resource_id = k.resource_id
where trim(s.platform_family) <> ''
union all
select k.counted_id, s.record_id, trim(d.platform_family), 1
from resource_fact k
join service s on s.resource_id = k.resource_id
join deployment d on d.service_id = s.id
where trim(d.platform_family) <> ''
union all
select k.counted_id, t.record_id, trim(t.operating_system_family), 2
from resource_fact k
join service s on s.resource_id = k.resource_id
join resource r on r.arn = s.task_definition
join task_definition t on t.resource_id = r.id
where trim(t.operating_system_family) <> ''
union all
select k.counted_id, t.record_id, trim(t.operating_system_family), 2
from resource_fact k
join service s on s.resource_id = k.resource_id
join deployment d on d.service_id = s.id
join resource r on r.arn = d.task_definition
join task_definition t on t.resource_id = r.id
where trim(t.operating_system_family) <> ''
union all
-- FAMILY:REVISION alone, as templates and Config may have it
select k.counted_id, t.record_id, trim(t.operating_system_family), 3
from resource_fact k
join service s on s.resource_id = k.resource_id
join resource o on o.id = k.resource_id
join resource r on r.account_id = o.account_id and r.region = o.region and r.cluster is null
  and r.name = s.task_definition and r.type = 'AWS::ECS::TaskDefinition'
join task_definition t on t.resource_id = r.id
where trim(t.operating_system_family) <> '';

-- The records that a result of any assessment rests on, and those of what stands beside it. One row per
-- result × role. `role`: judged (the result's own record; aws_only where that is AWS's verdict), counted
-- (the view of the service that counts), described (the view that gave its deployments), family (where the
-- judged record does not say it: one that states the platform family), security_hub, config_rule, waiver.
-- Which verdicts of AWS's an older assessment saw is no longer kept; the record that gives the same verdict
-- at the same time is taken for it.
create view v_result_evidence as
select e.id as result_id, iif(e.agreement = 'aws_only', 'aws_only', 'judged') as role, 1 as position, e.record_id
from v_result_by_id e
where e.record_id is not null
union all
select e.id, 'counted', 2, s.record_id
from v_result_by_id e
join resource_fact k on k.counted_id = e.resource_id
join service s on s.resource_id = k.resource_id
join assessment_service x on x.assessment_id = e.assessment_id and x.service_id = s.id
where s.record_id <> e.record_id
union all
select e.id, 'described', 3, o.record_id
from v_result_by_id e
join resource_fact k on k.counted_id = e.resource_id
join service s on s.resource_id = k.resource_id
join assessment_service x on x.assessment_id = e.assessment_id and x.service_id = s.id
join service o on o.id = x.described_id
where o.record_id <> e.record_id and o.id <> s.id
union all
select result_id, 'family', 4, record_id
from (select e.id as result_id,
        (select f.record_id
         from v_family_statement f
         join v_record r on r.record_id = f.record_id
         where f.resource_id = e.resource_id and f.family = e.platform_family
           and coalesce(r.captured_at, '') <= a.as_of
         order by f.rank, r.captured_at desc, r.sha256, r.byte_offset limit 1) as record_id
      from v_result_by_id e
      join assessment a on a.id = e.assessment_id
      where e.platform_family is not null
        and not exists (select 1 from v_family_statement f
                        where f.resource_id = e.resource_id and f.record_id = e.record_id
                          and f.family = e.platform_family))
where record_id is not null
union all
select e.id, 'security_hub', 5, f.hub_record_id
from v_result_by_id e
join v_assessment a on a.assessment_id = e.assessment_id
join aws_fact f on f.control_id = e.control_id and f.resource_id = e.resource_id
where f.hub_record_id is not null and f.hub_record_id is not e.record_id
union all
select e.id, 'config_rule', 6, f.rule_record_id
from v_result_by_id e
join v_assessment a on a.assessment_id = e.assessment_id
join aws_fact f on f.control_id = e.control_id and f.resource_id = e.resource_id
where f.rule_record_id is not null and f.rule_record_id is not e.record_id
union all
select result_id, 'security_hub', 5, record_id
from (select e.id as result_id, e.record_id as own_id,
        (select f.record_id
         from resource_fact k
         join finding_resource o on o.resource_id = k.resource_id
         join finding f on f.id = o.finding_id
         join v_record r on r.record_id = f.record_id
         where k.counted_id = e.resource_id and f.control_id = e.control_id
           and f.issuer = 'aws/securityhub' and f.compliance_status = e.security_hub_status
           and coalesce(f.updated_at, r.captured_at, '') = e.security_hub_at
         order by r.sha256, r.byte_offset limit 1) as record_id
      from v_result_by_id e
      join v_assessment a on a.assessment_id <> e.assessment_id
      where e.security_hub_status is not null)
where record_id is not null and record_id is not own_id
union all
select result_id, 'config_rule', 6, record_id
from (select e.id as result_id, e.record_id as own_id,
        (select v.record_id
         from resource_fact k
         join config_evaluation v on v.resource_id = k.resource_id
         join v_record r on r.record_id = v.record_id
         where k.counted_id = e.resource_id and v.compliance = e.config_rule_status
           and r.captured_at = e.config_rule_at
           and (v.rule_name = c.config_rule or v.rule_name glob 'securityhub-' || c.config_rule || '-*'
             or v.rule_name glob c.config_rule || '-conformance-pack-*')
         order by r.sha256, r.byte_offset limit 1) as record_id
      from v_result_by_id e
      join v_assessment a on a.assessment_id <> e.assessment_id
      join control c on c.id = e.control_id
      where e.config_rule_status is not null)
where record_id is not null and record_id is not own_id
union all
select e.id, 'waiver', 7, w.record_id
from v_result_by_id e
join waiver w on w.id = e.waiver_id;
