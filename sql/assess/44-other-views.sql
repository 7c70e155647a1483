-- Which view of each cluster, task set and capacity provider counts; as for task definitions.
insert into view_fact (kind, resource_id, view_id, record_id, gate, changed_at)
with seen (kind, view_id, record_id, resource_id, origin, gone, changed_at) as (
  select 'cluster', id, record_id, resource_id, origin, deleted or status is 'INACTIVE', null from cluster
  union all
  select 'task_set', id, record_id, resource_id, origin, deleted, updated_at from task_set
  union all
  select 'capacity_provider', id, record_id, resource_id, origin, deleted or status is 'INACTIVE', null
  from capacity_provider
), newest as (
  select s.*, k.counted_id, r.captured_at,
    max(iif(r.captured_at is null, iif(s.origin = 'ecs', f.ecs_key, f.config_key),
      r.captured_at || (s.origin = 'ecs') || f.rank) || (9007199254740991 - r.byte_offset) || s.view_id) as seen_key
  from seen s
  cross join resource_fact k on k.resource_id = s.resource_id
  cross join record r on r.id = s.record_id
  cross join source_rank f on f.source_id = r.source_id
  join assessment a on a.id = :assessment
  where r.captured_at <= a.as_of or (r.captured_at is null and f.ecs_key is not null)
  group by s.kind, k.counted_id
)
select kind, counted_id, view_id, record_id, iif(gone, 'inactive', null),
  coalesce(changed_at, iif(origin = 'config', captured_at, null))
from newest;
