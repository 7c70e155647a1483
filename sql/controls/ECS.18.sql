-- ECS.18: ECS task definitions should use in-transit encryption for EFS volumes.
-- One row per task definition. Fails where an EFS volume's `transitEncryption` is not ENABLED; absent is DISABLED.
-- Source: AWS Security Hub "ECS.18"; AWS Config rule ecs-task-definition-efs-encryption-enabled.
create view control_ECS_18 as
with efs as (
  -- in one walk: a look-up for every definition opens the table each time
  select f.task_definition_id,
    group_concat(iif(f.transit_encryption is not 'ENABLED', coalesce(f.name, f.position), null), ', ') as failing
  from volume f
  where f.kind = 'efs'
  group by f.task_definition_id
), judged as (
  select v.resource_id, v.record_id, v.os_text, v.changed_at,
    coalesce(v.gate, iif(v.containers_known, null, 'containers_unknown'),
      iif(f.task_definition_id is null, 'no_efs_volume', null)) as gate,
    f.failing
  from view_fact v
  left join efs f on f.task_definition_id = v.view_id
  where v.kind = 'task_definition'
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select (select assessment_id from v_assessment_id) as assessment_id, j.resource_id, j.record_id,
  coalesce(j.gate, iif(j.failing is null, 'efs_encrypted', 'efs_not_encrypted')) as reason,
  null as launch_type, j.os_text as platform_family, null as platform_version, null as latest_version,
  iif(j.gate is null, j.failing, null) as subject,
  iif(j.gate is null, iif(j.failing is null, 'ENABLED', 'DISABLED'), null) as actual,
  iif(j.gate is null, 'ENABLED', null) as expected,
  j.changed_at
from judged j;
