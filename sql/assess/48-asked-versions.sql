-- The versions that services ask for, and where each stands. One row per service × version.
--
-- A service's own; where it states none, those of its task sets in use if any of them states one, else those of its
-- deployments in use; else one row with null.
insert into version_fact (service_id, kind, position, standing_id, subject, running_count, family_text, record_id)
with unstated as materialized (
  select f.service_id, f.family, f.family_text,
    (select min(case d.kind when 'task_set' then 1 else 2 end) from v_deployment d
     where d.service_id = f.service_id and d.status in ('PRIMARY', 'ACTIVE')
       and d.fargate is not 0 and d.platform_version is not null) as level
  from service_fact f
  cross join service s on s.id = f.service_id
  where s.platform_version is null
), met (service_id, position, subject, version, own_family, family, family_text) as (
  select u.service_id, d.position, d.deployment_id, d.platform_version, nullif(trim(d.platform_family), ''), u.family,
    u.family_text
  from unstated u
  cross join v_deployment d on d.service_id = u.service_id
    and d.kind = case u.level when 1 then 'task_set' when 2 then 'deployment' end
  where d.status in ('PRIMARY', 'ACTIVE') and d.fargate is not 0
  union all
  select service_id, 0, null, null, null, family, family_text
  from unstated
  where level is null
)
select f.service_id, 'asked', 0, n.id, null, null, f.family_text, null
from service_fact f
cross join service s on s.id = f.service_id
-- inner, so that a version that was not taken apart has no standing: none is missing, see the step that does it
cross join version_standing n on n.known_family = ifnull(f.family, 'unknown') and n.version = s.platform_version
union all
select m.service_id, 'asked', m.position, n.id, m.subject, null, coalesce(m.own_family, m.family_text), null
from met m
cross join version_standing n on n.known_family = case
    when m.own_family like 'windows%' then 'windows' when m.own_family is not null then 'linux'
    else ifnull(m.family, 'unknown') end
  and n.version is m.version;
