-- ECS.5: ECS containers should be limited to read-only access to root filesystems.
-- One row per task definition. Fails where a container has `readonlyRootFilesystem` false or
-- none. Windows containers have no such setting.
-- Source: AWS Security Hub "ECS.5"; AWS Config rule ecs-containers-readonly-access.
create view control_ECS_5 as
with judged as (
  select v.resource_id, v.record_id, v.os_text, v.changed_at,
    coalesce(v.gate, iif(v.windows, 'windows', null), iif(v.containers_known, null, 'containers_unknown')) as gate,
    -- asked for only where nothing else decides
    case when v.gate is null and v.windows is not 1 and v.containers_known then
      (select group_concat(coalesce(c.name, c.position), ', ')
       from container c
       where c.task_definition_id = v.view_id and c.readonly_root_filesystem is not 1) end as failing,
    v.view_id
  from view_fact v
  where v.kind = 'task_definition'
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select (select assessment_id from v_assessment_id) as assessment_id, j.resource_id, j.record_id,
  coalesce(j.gate, iif(j.failing is null, 'read_only_root_filesystem', 'writable_root_filesystem')) as reason,
  null as launch_type, j.os_text as platform_family, null as platform_version, null as latest_version,
  iif(j.gate is null, j.failing, null) as subject,
  iif(j.gate is null and j.failing is not null, 'false', null) as actual,
  iif(j.gate is null, 'true', null) as expected,
  j.changed_at
from judged j;
