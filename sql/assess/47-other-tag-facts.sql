-- Tags of resources whose counted view was exported without: the newest view at or before as_of that was exported
-- with tags. A later export without them takes nothing back: it was not asked.
insert into tag_fact (resource_id, record_id)
with known (view_id, counted_id, record_id, origin) as (
  select v.id, k.counted_id, v.record_id, v.origin
  from service_fact x
  cross join service c on c.id = x.service_id and c.tags_known = 0
  cross join resource_fact k on k.counted_id = x.resource_id
  cross join service v on v.resource_id = k.resource_id and v.tags_known = 1
  union all
  select v.id, k.counted_id, v.record_id, v.origin
  from view_fact x
  cross join resource_fact k on k.counted_id = x.resource_id
  cross join cluster v on v.resource_id = k.resource_id and v.tags_known = 1
  where x.kind = 'cluster'
  union all
  select v.id, k.counted_id, v.record_id, v.origin
  from view_fact x
  cross join task_definition c on c.id = x.view_id and c.tags_known = 0
  cross join resource_fact k on k.counted_id = x.resource_id
  cross join task_definition v on v.resource_id = k.resource_id and v.tags_known = 1
  where x.kind = 'task_definition'
), newest as (
  select n.counted_id, n.record_id,
    max(iif(r.captured_at is null, iif(n.origin = 'ecs', f.ecs_key, f.config_key),
      r.captured_at || (n.origin = 'ecs') || f.rank) || (9007199254740991 - r.byte_offset) || n.view_id) as seen_key
  from known n
  cross join record r on r.id = n.record_id
  cross join source_rank f on f.source_id = r.source_id
  join assessment a on a.id = :assessment
  where r.captured_at <= a.as_of or (r.captured_at is null and f.ecs_key is not null)
  group by n.counted_id
)
select counted_id, record_id
from newest n
where not exists (select 1 from tag_fact t where t.resource_id = n.counted_id);
