-- As copy_results.sql, from an audit of the schemas 4 to 6.
insert into resource (id, arn, partition, account_id, region, type, cluster, name)
select id, arn, partition, account_id, region, type, cluster, name
from audit.resource;
insert into assessment_control (assessment_id, control_id, base)
select a.id, k.control_id, k.base
from audit.assessment_control k
join assessment a
where k.assessment_id = (select max(id) from audit.assessment);
insert into assessment_reason (id, assessment_id, control_id, reason, status)
select q.id, a.id, q.control_id, q.reason, q.status
from audit.assessment_reason q
join assessment a
where q.assessment_id = (select max(id) from audit.assessment);
insert into result (id, reason_id, agreement)
select e.id, e.reason_id, e.agreement
from audit.assessment_control k
join audit.result e on e.id > k.base and e.id < k.base + 10000000000
where k.assessment_id = (select max(id) from audit.assessment);
