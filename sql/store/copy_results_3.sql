-- As copy_results.sql, from an audit of the schemas 1 to 3.
insert into resource (id, arn, partition, account_id, region, type, cluster, name)
select id, arn, partition, account_id, region, type, cluster, name
from audit.resource;
insert into assessment_control (assessment_id, control_id, base)
select a.id, c.control_id, (row_number() over (order by c.control_id) - 1) * 10000000000
from (select distinct control_id from audit.result
      where assessment_id = (select max(id) from audit.assessment)) c
join assessment a;
insert into assessment_reason (assessment_id, control_id, reason, status)
select distinct a.id, e.control_id, e.reason, e.original_status
from audit.result e
join assessment a
where e.assessment_id = (select max(id) from audit.assessment);
insert into result (id, reason_id, agreement)
select k.base + e.resource_id, q.id, nullif(e.agreement, 'computed_only')
from audit.result e
join assessment a
join assessment_control k on k.assessment_id = a.id and k.control_id = e.control_id
join assessment_reason q on q.assessment_id = a.id and q.control_id = e.control_id and q.reason = e.reason
where e.assessment_id = (select max(id) from audit.assessment);
