-- Which view of each cluster, task definition, task set and capacity provider counts: the newest capture at or
-- before as_of; at the same moment a describe call wins over Config, then the file's hash decides.
--
-- A task definition is judged on the latest active revision of its family alone, as AWS does: older revisions are
-- still there, but nothing new starts from them unless it names them. Which is the latest is asked of what was
-- exported.
insert into view_fact (kind, resource_id, view_id, record_id, gate, windows, os_text, changed_at)
with seen (kind, view_id, record_id, resource_id, origin, gone, made_at) as (
  select 'cluster', id, record_id, resource_id, origin,
    deleted = 1 or status is 'INACTIVE', null
  from cluster
  union all
  select 'task_definition', id, record_id, resource_id, origin,
    deleted = 1 or ifnull(status, '') in ('INACTIVE', 'DELETE_IN_PROGRESS'), registered_at
  from task_definition
  union all
  select 'task_set', id, record_id, resource_id, origin, deleted = 1, updated_at
  from task_set
  union all
  select 'capacity_provider', id, record_id, resource_id, origin, deleted = 1 or status is 'INACTIVE', null
  from capacity_provider
), ranked as (
  select s.kind, k.counted_id, s.view_id, s.record_id, s.gone,
    coalesce(s.made_at, iif(s.origin = 'config', r.captured_at, null)) as changed_at,
    row_number() over (partition by s.kind, k.counted_id
      order by coalesce(r.captured_at, c.captured_at) desc, s.origin = 'ecs' desc, f.sha256, r.byte_offset)
      as choice
  from seen s
  join resource_fact k on k.resource_id = s.resource_id
  join record r on r.id = s.record_id
  join source f on f.id = r.source_id
  left join source_fact c on c.source_id = r.source_id
  join assessment a on a.id = :assessment
  where r.captured_at <= a.as_of or (r.captured_at is null and c.source_id is not null)
), counted as (
  select w.*, t.revision, trim(t.operating_system_family) as os_text,
    first_value(t.revision) over (
      partition by w.kind, r.partition, r.account_id, r.region, t.family
      order by w.gone, t.revision desc) as latest_revision
  from ranked w
  join resource r on r.id = w.counted_id
  left join task_definition t on w.kind = 'task_definition' and t.id = w.view_id
  where w.choice = 1
)
select kind, counted_id, view_id, record_id,
  case when gone then 'inactive'
       when revision < latest_revision then 'not_latest_revision' end,
  case when os_text like 'windows%' then 1 when os_text <> '' then 0 end,
  nullif(os_text, ''), changed_at
from counted;
