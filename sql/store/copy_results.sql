-- What the attached audit's newest assessment found, whatever its schema's version, as it was before waivers: into a
-- database that holds one assessment, of nothing.
insert into resource (id, arn, partition, account_id, region, type, cluster, name)
select id, arn, partition, account_id, region, type, cluster, name
from audit.resource;
insert into result (assessment_id, control_id, resource_id, place, twin, status, original_status, reason, agreement)
select a.id, e.control_id, e.resource_id, e.place, e.twin, e.original_status, e.original_status, e.reason, e.agreement
from audit.result e
join assessment a
where e.assessment_id = (select max(id) from audit.assessment);
