-- What is known about each service that counts, before any control. One row per service.
--
-- Is it Fargate? launchType decides; it is omitted when a capacity provider strategy was used, which
-- then decides (a strategy never mixes Fargate's providers with others); with an EXTERNAL or
-- CODE_DEPLOY controller both may stand on the task sets alone; and only Fargate has platform
-- versions. A launch type that is none of ECS's four does not tell.
--
-- Which family? Its own, its deployments' and task sets', that of another view of the same service
-- (newest first), its task definition's operating system. AWS Config's services carry none at all.
insert into service_fact (service_id, assessment_id, resource_id, record_id, described_record_id,
  launch_type, fargate, gate, runs_on, family, family_text, has_deployments, changed_at)
with counted as (
  select x.service_id as id, s.record_id, s.resource_id, s.origin, s.deleted, s.status,
    nullif(trim(s.launch_type), '') as launch_type, s.capacity_provider_strategy,
    s.platform_version, s.platform_family, s.created_at, s.task_definition,
    x.resource_id as counted_resource, x.described_id, o.record_id as described_record,
    o.running_count as described_running,
    a.as_of
  from assessment_service x
  join assessment a on a.id = x.assessment_id
  join service s on s.id = x.service_id
  left join service o on o.id = x.described_id
  where x.assessment_id = :assessment
), launched as (
  select c.*,
    coalesce(c.launch_type,
      (select d.launch_type from deployment d where d.service_id = c.id and trim(d.launch_type) <> ''
       order by d.kind desc, d.position limit 1)) as shown_launch_type,
    case
      when c.launch_type = 'FARGATE' then 1
      when c.launch_type in ('EC2', 'EXTERNAL', 'MANAGED_INSTANCES') then 0
      when c.launch_type is not null then null
      when c.capacity_provider_strategy <> '[]' then
        exists (select 1 from json_each(c.capacity_provider_strategy) p
                where p.value ->> 'capacityProvider' in ('FARGATE', 'FARGATE_SPOT'))
      when c.platform_version is not null then 1
      else (select max(d.fargate) from v_deployment d
            where d.service_id = c.id and d.status in ('PRIMARY', 'ACTIVE'))
    end as fargate,
    trim(coalesce(
      nullif(trim(c.platform_family), ''),
      (select d.platform_family from deployment d where d.service_id = c.id
         and trim(d.platform_family) <> '' order by d.kind, d.position limit 1),
      (select o.platform_family from service o join v_record r on r.record_id = o.record_id
         where o.resource_id in (select resource_id from resource_fact where counted_id = c.counted_resource)
           and trim(o.platform_family) <> ''
           and coalesce(r.captured_at, '') <= c.as_of
         order by r.captured_at desc, r.sha256, r.byte_offset limit 1),
      (select d.platform_family from service o
         join deployment d on d.service_id = o.id
         join v_record r on r.record_id = o.record_id
         where o.resource_id in (select resource_id from resource_fact where counted_id = c.counted_resource)
           and trim(d.platform_family) <> ''
           and coalesce(r.captured_at, '') <= c.as_of
         order by r.captured_at desc, r.sha256, r.byte_offset, d.position limit 1),
      (select t.operating_system_family from resource tr
         join task_definition t on t.resource_id = tr.id
         join v_record r on r.record_id = t.record_id
         where tr.arn = coalesce(c.task_definition,
                 (select d.task_definition from deployment d where d.service_id = c.id
                    and d.task_definition is not null order by d.kind desc, d.position limit 1))
           and trim(t.operating_system_family) <> '' and coalesce(r.captured_at, '') <= c.as_of
         order by r.captured_at desc, r.sha256, r.byte_offset limit 1),
      -- FAMILY:REVISION alone, as templates and Config may have it
      (select t.operating_system_family from resource sr
         join resource tr on tr.account_id = sr.account_id and tr.region = sr.region
           and tr.cluster is null and tr.name = c.task_definition
           and tr.type = 'AWS::ECS::TaskDefinition'
         join task_definition t on t.resource_id = tr.id
         join v_record r on r.record_id = t.record_id
       where sr.id = c.counted_resource and trim(t.operating_system_family) <> ''
         and coalesce(r.captured_at, '') <= c.as_of
       order by r.captured_at desc, r.sha256, r.byte_offset limit 1))) as family_text,
    -- null: it lists none; '': none in use that says when it was made
    (select max(iif(d.status in ('PRIMARY', 'ACTIVE'), ifnull(d.created_at, ''), ''))
     from deployment d where d.service_id = c.described_id) as deployed_at
  from counted c
  order by c.id
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select l.id, :assessment, l.counted_resource, l.record_id, l.described_record, l.shown_launch_type,
  l.fargate,
  case
    when l.deleted = 1 or l.status = 'INACTIVE' then 'inactive'
    when l.fargate is null then 'unknown_launch_type'
    when l.fargate = 0 then 'not_fargate'
  end,
  coalesce(l.shown_launch_type,
    (select group_concat(p.value ->> 'capacityProvider', ', ')
     from json_each(l.capacity_provider_strategy) p)),
  case when l.family_text like 'windows%' then 'windows'
       when l.family_text is not null then 'linux' end,
  l.family_text,
  l.deployed_at is not null or l.described_running is 0,
  nullif(max(coalesce(l.created_at, ''),
    case when l.origin = 'config' then
      coalesce((select r.captured_at from record r where r.id = l.record_id), '') else '' end,
    coalesce(l.deployed_at, ''),
    iif(l.described_id is not l.id,
      coalesce((select max(d.created_at) from deployment d
                where d.service_id = l.id and d.status in ('PRIMARY', 'ACTIVE')), ''), '')), '')
from launched l;
