-- What the attached audit's newest assessment found, as it was before waivers: into a database that holds one
-- assessment, of nothing. Audits of an older schema: copy_results_6.sql
-- and copy_results_3.sql.
insert into resource (id, arn, partition, account_id, region, type, cluster, name)
select id, arn, partition, account_id, region, type, cluster, name
from audit.resource;
insert into assessment_control (assessment_id, control_id, base)
select a.id, k.control_id, k.base
from audit.assessment_control k
join assessment a
where k.assessment_id = (select iif(max(id) in (select assessment_id from audit.withdrawal),
  (select shown_id from audit.withdrawal order by number desc limit 1), max(id)) from audit.assessment);
insert into assessment_reason (id, assessment_id, control_id, reason, status)
select q.id, a.id, q.control_id, q.reason, q.status
from audit.assessment_reason q
join assessment a
where q.assessment_id = (select iif(max(id) in (select assessment_id from audit.withdrawal),
  (select shown_id from audit.withdrawal order by number desc limit 1), max(id)) from audit.assessment);
insert into result (id, reason_id, agreement)
select e.id, e.reason_id, e.agreement
from audit.assessment_control k
join audit.result e on e.id > k.base and e.id < k.base + 10000000000
where k.assessment_id = (select iif(max(id) in (select assessment_id from audit.withdrawal),
  (select shown_id from audit.withdrawal order by number desc limit 1), max(id)) from audit.assessment);
