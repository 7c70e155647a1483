-- ECS.20: ECS task definitions should configure non-root users in Linux containers.
-- One row per task definition. Fails on Linux, and where the operating system is not stated,
-- where a container's `user` is absent, root or 0, also before a group (`0:0`; ';' follows ':').
-- Source: AWS Security Hub "ECS.20"; AWS Config rule ecs-task-definition-linux-user-non-root.
create view control_ECS_20 as
with found as (
  -- in one walk: a look-up for every definition opens the table each time
  select c.task_definition_id, group_concat(coalesce(c.name, c.position), ', ') as failing,
    group_concat(distinct ifnull(c.user, '')) as users
  from container c
  where ifnull(c.user, '') in ('', 'root', '0')
    or (c.user >= 'root:' and c.user < 'root;') or (c.user >= '0:' and c.user < '0;')
  group by c.task_definition_id
), judged as (
  select v.resource_id, v.record_id, v.os_text, v.changed_at,
    coalesce(v.gate, iif(v.windows, 'windows', null), iif(v.containers_known, null, 'containers_unknown')) as gate,
    f.failing, f.users
  from view_fact v
  left join found f on f.task_definition_id = v.view_id
  where v.kind = 'task_definition'
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select (select assessment_id from v_assessment_id) as assessment_id, j.resource_id, j.record_id,
  coalesce(j.gate, iif(j.failing is null, 'non_root_user', 'root_user')) as reason,
  null as launch_type, j.os_text as platform_family, null as platform_version, null as latest_version,
  iif(j.gate is null, j.failing, null) as subject,
  iif(j.gate is null and j.failing is not null, nullif(j.users, ''), null) as actual,
  iif(j.gate is null, null, null) as expected,
  j.changed_at
from judged j;
