-- Services as the assessment sees them: is it Fargate, which family, which versions count.

-- One row per assessed service. `fargate` is 1, 0, or null where the evidence does not tell.
-- Rule: launchType decides; it is omitted when a capacity provider strategy was used, which then
-- decides (a strategy never mixes Fargate's providers with others); with an EXTERNAL or CODE_DEPLOY
-- controller both may stand on the task sets alone; and only Fargate has platform versions.
create view v_assessed_service as
with counted as (
  select x.assessment_id, x.resource_id, x.service_id, x.described_id, s.record_id, s.origin,
    s.deleted, s.status, s.launch_type, s.capacity_provider_strategy, s.platform_version,
    s.platform_family, s.task_definition, s.created_at
  from v_assessment a
  join assessment_service x on x.assessment_id = a.assessment_id
  join service s on s.id = x.service_id
)
select c.*,
  coalesce(c.launch_type,
    (select d.launch_type from deployment d where d.service_id = c.service_id
       and d.launch_type is not null order by d.kind desc, d.position limit 1)) as shown_launch_type,
  case
    when c.launch_type = 'FARGATE' then 1
    when c.launch_type in ('EC2', 'EXTERNAL', 'MANAGED_INSTANCES') then 0
    when c.launch_type is not null then null
    when c.capacity_provider_strategy <> '[]' then
      exists (select 1 from json_each(c.capacity_provider_strategy) p
              where p.value ->> 'capacityProvider' in ('FARGATE', 'FARGATE_SPOT'))
    when c.platform_version is not null then 1
    else (select max(d.fargate) from v_deployment d
          where d.service_id = c.service_id and d.status in ('PRIMARY', 'ACTIVE'))
  end as fargate
from counted c;

-- One row per deployment and task set of any described service, with its own launch kind.
create view v_deployment as
select d.*,
  case
    when d.launch_type = 'FARGATE' then 1
    when d.launch_type in ('EC2', 'EXTERNAL', 'MANAGED_INSTANCES') then 0
    when d.launch_type is not null then null
    when d.capacity_provider_strategy <> '[]' then
      exists (select 1 from json_each(d.capacity_provider_strategy) p
              where p.value ->> 'capacityProvider' in ('FARGATE', 'FARGATE_SPOT'))
    when d.platform_version is not null then 1
  end as fargate
from deployment d;

-- One row per assessed service: its platform family as some source states it, else null. In order:
-- its own, its deployments' and task sets', another view of the same service (newest first), its task
-- definition's operating system. AWS Config's services carry no family at all.
create view v_service_family as
select c.service_id, f.family_text,
  case when lower(f.family_text) like 'windows%' then 'windows'
       when f.family_text is not null then 'linux' end as family
from v_assessed_service c
join (select x.service_id, nullif(trim(coalesce(
    s.platform_family,
    (select d.platform_family from deployment d where d.service_id = x.service_id
       and d.platform_family is not null order by d.kind, d.position limit 1),
    (select o.platform_family from service o join v_record r on r.record_id = o.record_id
       where o.resource_id = x.resource_id and o.platform_family is not null
         and coalesce(r.captured_at, '') <= a.as_of order by r.captured_at desc, r.sha256, r.byte_offset limit 1),
    (select d.platform_family from service o join deployment d on d.service_id = o.id
       join v_record r on r.record_id = o.record_id
       where o.resource_id = x.resource_id and d.platform_family is not null
         and coalesce(r.captured_at, '') <= a.as_of
       order by r.captured_at desc, r.sha256, r.byte_offset, d.position limit 1),
    (select t.operating_system_family from resource tr
       join task_definition t on t.resource_id = tr.id
       join v_record r on r.record_id = t.record_id
       where tr.arn = coalesce(s.task_definition,
               (select d.task_definition from deployment d where d.service_id = x.service_id
                  and d.task_definition is not null order by d.kind desc, d.position limit 1))
         and t.operating_system_family is not null and coalesce(r.captured_at, '') <= a.as_of
       order by r.captured_at desc, r.sha256, r.byte_offset limit 1))), '') as family_text
  from v_assessment a
  join assessment_service x on x.assessment_id = a.assessment_id
  join service s on s.id = x.service_id) f on f.service_id = c.service_id;

-- One row per assessed service: why it is not judged at all, or null where it is.
create view v_service_gate as
select c.service_id,
  case
    when c.deleted = 1 or c.status = 'INACTIVE' then 'inactive'
    when c.fargate is null then 'unknown_launch_type'
    when c.fargate = 0 then 'not_fargate'
  end as reason,
  -- what it runs on instead, for the sentence
  coalesce(c.shown_launch_type,
    (select group_concat(p.value ->> 'capacityProvider', ', ')
     from json_each(c.capacity_provider_strategy) p)) as runs_on
from v_assessed_service c;

-- One row per assessed Fargate service × version that was asked for. That is the service's own; where
-- it states none, those of its task sets in use, else of its deployments in use; else one row with null.
create view v_asked_version as
with unstated as (
  select c.service_id,
    (select min(case d.kind when 'task_set' then 1 else 2 end) from v_deployment d
     where d.service_id = c.service_id and d.status in ('PRIMARY', 'ACTIVE')
       and d.fargate is not 0 and d.platform_version is not null) as level
  from v_assessed_service c
  where c.platform_version is null
)
select c.service_id, 0 as position, null as subject, c.platform_version as version,
  null as family_text
from v_assessed_service c
where c.platform_version is not null
union all
select u.service_id, d.position, d.deployment_id, d.platform_version, d.platform_family
from unstated u
join v_deployment d on d.service_id = u.service_id
where d.kind = case u.level when 1 then 'task_set' when 2 then 'deployment' end
  and d.status in ('PRIMARY', 'ACTIVE') and d.fargate is not 0
union all
select u.service_id, 0, null, null, null
from unstated u
where u.level is null;

-- One row per assessed Fargate service × deployment or task set with running tasks, from the newest
-- describe-services view of it. An unknown running count is taken for running.
create view v_running_version as
select c.service_id, d.position + case d.kind when 'task_set' then 0 else 1000 end as position,
  d.deployment_id as subject, d.platform_version as version, d.platform_family as family_text,
  d.running_count
from v_assessed_service c
join v_deployment d on d.service_id = c.described_id
where d.running_count is not 0 and d.status is not 'INACTIVE' and d.fargate is not 0;

-- One row per assessed service: when the inventory last saw it change, for telling stale verdicts.
create view v_service_change as
select c.service_id,
  nullif(max(coalesce(c.created_at, ''),
    case when c.origin = 'config' then coalesce(r.captured_at, '') else '' end,
    coalesce((select max(d.created_at) from deployment d
              where d.service_id in (c.service_id, c.described_id)
                and d.status in ('PRIMARY', 'ACTIVE')), '')), '') as changed_at
from v_assessed_service c
join v_record r on r.record_id = c.record_id;
