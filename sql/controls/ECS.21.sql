-- ECS.21: ECS task definitions should configure non-administrator users in Windows containers.
-- One row per task definition. Fails on Windows where a container's `user` is absent or
-- ContainerAdministrator, in any case. Where the operating system is not stated AWS takes the definition for Windows;
-- here nothing may show that it is Linux (sql/assess/46, 47).
-- Source: AWS Security Hub "ECS.21"; AWS Config rule ecs-task-definition-windows-user-non-admin.
create view control_ECS_21 as
with judged as (
  select v.resource_id, v.record_id, v.os_text, v.changed_at,
    coalesce(v.gate, iif(v.windows = 0, 'linux', null), iif(v.containers_known, null, 'containers_unknown')) as gate,
    -- asked for only where nothing else decides
    case when v.gate is null and v.windows is not 0 and v.containers_known then
      (select group_concat(coalesce(c.name, c.position), ', ')
       from container c
       where c.task_definition_id = v.view_id and (ifnull(c.user, '') = '' or lower(c.user) = 'containeradministrator')) end
      as failing,
    v.view_id
  from view_fact v
  where v.kind = 'task_definition'
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select (select assessment_id from v_assessment_id) as assessment_id, j.resource_id, j.record_id,
  coalesce(j.gate, iif(j.failing is null, 'non_administrator_user', 'administrator_user')) as reason,
  null as launch_type, j.os_text as platform_family, null as platform_version, null as latest_version,
  iif(j.gate is null, j.failing, null) as subject,
  iif(j.gate is null and j.failing is not null, nullif((select group_concat(distinct ifnull(c.user, ''))
      from container c
      where c.task_definition_id = j.view_id and (ifnull(c.user, '') = '' or lower(c.user) = 'containeradministrator')), ''), null) as actual,
  iif(j.gate is null, null, null) as expected,
  j.changed_at
from judged j;
