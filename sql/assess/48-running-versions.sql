-- The versions that run, where each stands, and which record says so. One row per service × witness.
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
-- Positions put the best witnesses first: tasks, task sets, deployments. Services are looked up from the tasks and task
-- sets that name them, because there may be a million services and no task.
insert into version_fact (service_id, kind, position, standing_id, subject, running_count, family_text, record_id)
with set_seen as materialized (
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
  select f.service_id, s.record_id, s.task_set_id, s.status, s.fargate, s.running_count, s.platform_version,
    s.platform_family
  from set_seen s
  cross join resource r on r.account_id = s.account_id and r.region = s.region and r.cluster is s.cluster
    and r.name = s.service_name and r.type = 'AWS::ECS::Service' and r.partition = s.partition
  cross join service o on o.resource_id = r.id
  cross join service_fact f on f.service_id = o.id
  where s.age = 1
    and s.at >= coalesce((select captured_at from v_record where record_id = f.described_record_id), '')
), task_seen as materialized (
  select t.*, r.partition, r.account_id, r.region, r.cluster, r.name, coalesce(v.captured_at, '') as at,
    v.captured_from,
    row_number() over (partition by t.resource_id order by v.captured_at desc, v.sha256, v.byte_offset) as age
  from v_task t
  join v_record v on v.record_id = t.record_id
  join resource r on r.id = t.resource_id
  join assessment a on a.id = :assessment
  where coalesce(v.captured_at, '') <= a.as_of
), starter as materialized (
  -- whatever started tasks that name no service
  select f.service_id, r.partition, r.account_id, r.region, r.cluster, d.deployment_id as started_by
  from service_fact f
  cross join assessment_service x on x.assessment_id = f.assessment_id and x.service_id = f.service_id
  cross join deployment d on d.service_id = x.described_id and d.deployment_id is not null
  cross join resource r on r.id = f.resource_id
  where exists (select 1 from task_seen where service_name is null)
  union
  select f.service_id, r.partition, r.account_id, r.region, r.cluster, s.task_set_id
  from own_set s
  cross join service_fact f on f.service_id = s.service_id
  cross join resource r on r.id = f.resource_id
  where s.task_set_id is not null
), own_task as (
  select f.service_id, t.id
  from task_seen t
  cross join resource r on r.account_id = t.account_id and r.region = t.region and r.cluster is t.cluster
    and r.name = t.service_name and r.type = 'AWS::ECS::Service' and r.partition = t.partition
  cross join service o on o.resource_id = r.id
  cross join service_fact f on f.service_id = o.id
  where t.age = 1
  union
  select s.service_id, t.id
  from task_seen t
  cross join starter s on s.started_by = t.started_by and s.account_id = t.account_id and s.region = t.region
    and s.cluster is t.cluster and s.partition = t.partition
  where t.age = 1 and t.service_name is null
), round as (
  select o.service_id, t.record_id, t.name, t.last_status, t.fargate, t.platform_version, t.platform_family,
    t.at, t.captured_from, max(t.at) over (partition by o.service_id) as newest_at
  from own_task o
  cross join task_seen t on t.id = o.id and t.age = 1
), running_task as (
  select t.service_id, min(t.name) as subject, t.record_id, t.platform_version, count(*) as running_count,
    t.platform_family
  from round t
  cross join service_fact f on f.service_id = t.service_id
  where t.last_status = 'RUNNING' and t.fargate is not 0
    and t.at >= coalesce((select captured_at from v_record where record_id = f.described_record_id), '')
    and (t.captured_from = 'content'
      or t.at >= coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', t.newest_at, '-1 hour'), ''))
  group by t.service_id, t.platform_version, t.platform_family
), witness (service_id, position, subject, record_id, version, running_count, own_family, family, family_text) as (
  select t.*, f.family, f.family_text
  from (select service_id,
          row_number() over (partition by service_id order by subject, platform_version, platform_family),
          subject, record_id, platform_version, running_count, platform_family
        from running_task) t
  cross join service_fact f on f.service_id = t.service_id
  union all
  select s.*, f.family, f.family_text
  from (select service_id,
          1000000 + row_number() over (partition by service_id order by task_set_id, platform_version, platform_family),
          task_set_id, record_id, platform_version, running_count, platform_family
        from own_set
        where running_count is not 0 and status is not 'INACTIVE' and fargate is not 0) s
  cross join service_fact f on f.service_id = s.service_id
  union all
  select f.service_id, 2000000 + 2 * d.position + (d.kind = 'deployment'), d.deployment_id, f.described_record_id,
    d.platform_version, d.running_count, d.platform_family, f.family, f.family_text
  from assessment_service x
  cross join service_fact f on f.service_id = x.service_id
  cross join v_deployment d on d.service_id = x.described_id
  where x.assessment_id = :assessment and d.running_count is not 0 and d.status is not 'INACTIVE' and d.fargate is not 0
    -- asked of task sets alone, because SQLite builds an index for every asking
    and not (d.kind = 'task_set'
      and exists (select 1 from own_set s where s.service_id = f.service_id and s.task_set_id = d.deployment_id))
)
select w.service_id, 'running', w.position, n.id, w.subject, w.running_count,
  coalesce(nullif(trim(w.own_family), ''), w.family_text), w.record_id
from witness w
cross join version_standing n on n.known_family = case
    when trim(w.own_family) like 'windows%' then 'windows' when trim(w.own_family) <> '' then 'linux'
    else ifnull(w.family, 'unknown') end
  and n.version is w.version;
