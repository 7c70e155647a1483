-- ECS.8: secrets should not be passed as container environment variables.
-- One row per task definition. Fails where a container has an environment variable of a name that the parameter
-- secretKeys lists. Values are never stored, so that their names are all there is to judge, as for AWS.
-- Source: AWS Security Hub "ECS.8"; AWS Config rule ecs-no-environment-secrets with its parameter secretKeys.
create view control_ECS_8 as
with few (name) as materialized (
  select trim(k.value)
  from assessment_parameter p
  join v_assessment_id a on a.assessment_id = p.assessment_id
  join json_each('["' || replace(replace(replace(p.value, char(92), char(92, 92)), '"', char(92, 34)), ',', '","')
    || '"]') k
  where p.control_id = 'ECS.8' and p.name = 'secretKeys' and trim(k.value) <> ''
), hit as materialized (
  -- in one walk: a look-up for every container opens the table each time
  select distinct e.task_definition_id, e.container
  from container_variable e
  where e.kind = 'environment' and e.name in (select name from few)
), found as (
  select c.task_definition_id, group_concat(coalesce(c.name, c.position), ', ') as failing
  from container c
  cross join hit h on h.task_definition_id = c.task_definition_id and h.container = c.position
  group by c.task_definition_id
), judged as (
  select v.resource_id, v.record_id, v.os_text, v.changed_at,
    coalesce(v.gate, iif(v.containers_known, null, 'containers_unknown')) as gate, v.view_id,
    f.failing
  from view_fact v
  left join found f on f.task_definition_id = v.view_id
  where v.kind = 'task_definition'
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select (select assessment_id from v_assessment_id) as assessment_id, j.resource_id, j.record_id,
  coalesce(j.gate, iif(j.failing is null, 'no_secret_in_environment', 'secret_in_environment')) as reason,
  null as launch_type, j.os_text as platform_family, null as platform_version, null as latest_version,
  iif(j.gate is null, j.failing, null) as subject,
  iif(j.gate is null and j.failing is not null,
    -- names in the parameter hold no comma
    (select replace(group_concat(distinct e.name), ',', ', ')
     from container_variable e
     where e.task_definition_id = j.view_id and e.kind = 'environment' and e.name in (select name from few)), null)
    as actual,
  null as expected,
  j.changed_at
from judged j;
