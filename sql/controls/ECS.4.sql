-- ECS.4: ECS containers should run as non-privileged.
-- One row per task definition. Fails where a container has `privileged` true; absent is false.
-- Source: AWS Security Hub "ECS.4"; AWS Config rule ecs-containers-nonprivileged.
create view control_ECS_4 as
with found as (
  -- in one walk: a look-up for every definition opens the table each time
  select c.task_definition_id, group_concat(coalesce(c.name, c.position), ', ') as failing
  from container c
  where c.privileged = 1
  group by c.task_definition_id
), judged as (
  select v.resource_id, v.record_id, v.os_text, v.changed_at,
    coalesce(v.gate, iif(v.containers_known, null, 'containers_unknown')) as gate,
    f.failing
  from view_fact v
  left join found f on f.task_definition_id = v.view_id
  where v.kind = 'task_definition'
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select (select assessment_id from v_assessment_id) as assessment_id, j.resource_id, j.record_id,
  coalesce(j.gate, iif(j.failing is null, 'no_privileged_container', 'privileged_container')) as reason,
  null as launch_type, j.os_text as platform_family, null as platform_version, null as latest_version,
  iif(j.gate is null, j.failing, null) as subject,
  iif(j.gate is null and j.failing is not null, 'true', null) as actual,
  iif(j.gate is null, 'false', null) as expected,
  j.changed_at
from judged j;
