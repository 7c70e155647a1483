-- Which record says which tags a resource has, where the view that counts was exported without: the newest view at
-- or before as_of that was exported with tags. A later export without them takes nothing back: it was not asked.
-- One row per resource that has such a record; first those whose counted view knows.
insert into tag_fact (resource_id, record_id)
with known (kind, view_id, resource_id, record_id, origin) as (
  select 'service', id, resource_id, record_id, origin from service where tags_known = 1
  union all
  select 'cluster', id, resource_id, record_id, origin from cluster where tags_known = 1
  union all
  select 'task_definition', id, resource_id, record_id, origin from task_definition where tags_known = 1
  union all
  select 'task_set', id, resource_id, record_id, origin from task_set where tags_known = 1
  union all
  select 'capacity_provider', id, resource_id, record_id, origin from capacity_provider where tags_known = 1
), newest as (
  select k.counted_id, n.record_id,
    max(coalesce(r.captured_at, c.captured_at, '                        ') || (n.origin = 'ecs') || f.sha256
      || printf('%020d%d', r.byte_offset, n.view_id)) as seen_key
  from known n
  cross join resource_fact k on k.resource_id = n.resource_id
  cross join record r on r.id = n.record_id
  cross join source f on f.id = r.source_id
  left join source_fact c on c.source_id = r.source_id
  join assessment a on a.id = :assessment
  where r.captured_at <= a.as_of or (r.captured_at is null and c.source_id is not null)
  group by k.counted_id
)
select counted_id, record_id from newest;
