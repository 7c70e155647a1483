-- ECS.15: ECS task definitions should be tagged.
-- One row per task definition. Fails where it has no tag of its own (those that begin `aws:` are AWS's), or, where the parameter
-- requiredTagKeys names keys, where one of them is missing; keys are case-sensitive. An export without tags is
-- missing evidence.
-- Source: AWS Security Hub "ECS.15"; AWS Config rule tagged-ecs-taskdefinition.
create view control_ECS_15 as
with few (key) as materialized (
  select key from v_required_tag where control_id = 'ECS.15'
), judged as (
  select v.resource_id, v.gate as gate, v.changed_at, g.record_id is not null as tags_known,
    coalesce(g.record_id, v.record_id) as record_id,
    exists (select 1 from tag t where t.record_id = g.record_id and t.key not glob 'aws:*') as tagged,
    iif(exists (select 1 from few),
      (select group_concat(few.key, ', ')
       from few
       where not exists (select 1 from tag t where t.record_id = g.record_id and t.key = few.key)), null) as missing
  from view_fact v
  left join tag_fact g on g.resource_id = v.resource_id
  where v.kind = 'task_definition'
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select (select assessment_id from v_assessment_id) as assessment_id, j.resource_id, j.record_id,
  case when j.gate is not null then j.gate
       when not j.tags_known then 'tags_unknown'
       when j.missing is not null then 'required_tags_missing'
       when not j.tagged then 'no_tags'
       else 'tagged' end as reason,
  null as launch_type, null as platform_family, null as platform_version, null as latest_version,
  null as subject,
  iif(j.gate is null and j.tags_known, j.missing, null) as actual,
  iif(j.gate is null, (select group_concat(key, ', ') from few), null) as expected,
  j.changed_at
from judged j;
