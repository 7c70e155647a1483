-- What runs, and which record says so. One row per service × witness.
--
-- Deployments and task sets of the newest describe-services view, with running tasks; an unknown running
-- count is taken for running.
-- Task sets described on their own, each in its newest view, where that is not older than the service's: it
-- then stands for what the service said of the same set. Those in AWS Config know what was asked for, not
-- what runs.
-- Tasks, the best witnesses: each in its newest view, RUNNING, where that is not older than the service's
-- deployments. A service's task that a later describe-tasks no longer showed has ended, so only the newest
-- round counts: answers hold at most 100 tasks and are made one after the other, within an hour. Where an
-- answer's time is only the newest one in it, nothing tells its round, and its tasks count. A task belongs to
-- the service that its group names, else to that whose deployment or task set started it. Tasks of one
-- version are one witness, named by the first of them.
insert into running_fact (service_id, position, record_id, subject, version, running_count, platform_family)
with counted as materialized (
  select f.service_id, x.described_id, f.described_record_id, r.partition, r.account_id, r.region, r.cluster,
    r.name,
    coalesce((select v.captured_at from v_record v where v.record_id = f.described_record_id), '') as described_at
  from service_fact f
  join assessment_service x on x.assessment_id = f.assessment_id and x.service_id = f.service_id
  join resource r on r.id = f.resource_id
), set_seen as (
  select s.*, r.partition, r.account_id, r.region, r.cluster,
    cast(substr(r.name, 1, instr(r.name, '/') - 1) as text) as service_name, -- text, so that an index serves
    coalesce(v.captured_at, '') as at,
    row_number() over (partition by s.resource_id order by v.captured_at desc, v.sha256, v.byte_offset) as age
  from v_task_set s
  join v_record v on v.record_id = s.record_id
  join resource r on r.id = s.resource_id
  join assessment a on a.id = :assessment
  where s.origin = 'ecs' and coalesce(v.captured_at, '') <= a.as_of
), own_set as materialized (
  select c.service_id, s.record_id, s.task_set_id, s.status, s.fargate, s.running_count,
    s.platform_version, s.platform_family
  from set_seen s
  join counted c on c.account_id = s.account_id and c.region = s.region and c.name = s.service_name
    and c.cluster is s.cluster and c.partition = s.partition
  where s.age = 1 and s.at >= c.described_at
), task_seen as materialized (
  select t.*, r.partition, r.account_id, r.region, r.cluster, r.name, coalesce(v.captured_at, '') as at,
    v.captured_from,
    row_number() over (partition by t.resource_id order by v.captured_at desc, v.sha256, v.byte_offset) as age
  from v_task t
  join v_record v on v.record_id = t.record_id
  join resource r on r.id = t.resource_id
  join assessment a on a.id = :assessment
  where coalesce(v.captured_at, '') <= a.as_of
), starter as (
  select c.service_id, c.partition, c.account_id, c.region, c.cluster, d.deployment_id as started_by
  from counted c
  join deployment d on d.service_id = c.described_id
  where d.deployment_id is not null
  union
  select c.service_id, c.partition, c.account_id, c.region, c.cluster, s.task_set_id
  from counted c
  join own_set s on s.service_id = c.service_id
  where s.task_set_id is not null
), own_task as (
  select c.service_id, t.id
  from task_seen t
  join counted c on c.account_id = t.account_id and c.region = t.region and c.name = t.service_name
    and c.cluster is t.cluster and c.partition = t.partition
  where t.age = 1
  union
  select s.service_id, t.id
  from task_seen t
  join starter s on s.started_by = t.started_by and s.account_id = t.account_id and s.region = t.region
    and s.cluster is t.cluster and s.partition = t.partition
  where t.age = 1 and t.service_name is null
), round as (
  select o.service_id, t.record_id, t.name, t.last_status, t.fargate, t.platform_version, t.platform_family,
    t.at, t.captured_from, max(t.at) over (partition by o.service_id) as newest_at
  from own_task o
  join task_seen t on t.id = o.id and t.age = 1
), witness as (
  select c.service_id, 1 as rank, 0 as place, min(t.name) as subject, t.record_id, t.platform_version,
    count(*) as running_count, t.platform_family
  from counted c
  join round t on t.service_id = c.service_id
  where t.last_status = 'RUNNING' and t.fargate is not 0 and t.at >= c.described_at
    and (t.captured_from = 'content'
      or t.at >= coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', t.newest_at, '-1 hour'), ''))
  group by c.service_id, t.platform_version, t.platform_family
  union all
  select s.service_id, 2, 0, s.task_set_id, s.record_id, s.platform_version, s.running_count, s.platform_family
  from own_set s
  where s.running_count is not 0 and s.status is not 'INACTIVE' and s.fargate is not 0
  union all
  select c.service_id, 3, 2 * d.position + (d.kind = 'deployment'), d.deployment_id, c.described_record_id,
    d.platform_version, d.running_count, d.platform_family
  from counted c
  join v_deployment d on d.service_id = c.described_id
  left join own_set s on s.service_id = c.service_id and s.task_set_id = d.deployment_id
  where d.running_count is not 0 and d.status is not 'INACTIVE' and d.fargate is not 0
    and s.service_id is null
)
select service_id,
  row_number() over (partition by service_id
    order by rank, place, subject, platform_version, platform_family) - 1,
  record_id, subject, platform_version, running_count, platform_family
from witness;
