-- Which view of each task definition counts: the newest capture at or before as_of; at the same moment a describe call
-- wins over Config, then the file's hash decides. One text of fixed widths ranks them, as for services; the other columns
-- are those of the greatest (SQLite, "bare columns").
insert into view_fact (kind, resource_id, view_id, record_id, gate, windows, os_text, changed_at, containers_known)
with newest as (
  select k.counted_id, t.id, t.record_id, t.deleted, t.status, trim(t.operating_system_family) as os, t.registered_at,
    t.origin, t.containers_known, r.captured_at,
    max(iif(r.captured_at is null, iif(t.origin = 'ecs', f.ecs_key, f.config_key),
      r.captured_at || (t.origin = 'ecs') || f.rank) || (9007199254740991 - r.byte_offset) || t.id) as seen_key
  from resource_fact k
  cross join task_definition t on t.resource_id = k.resource_id
  cross join record r on r.id = t.record_id
  cross join source_rank f on f.source_id = r.source_id
  join assessment a on a.id = :assessment
  where r.captured_at <= a.as_of or (r.captured_at is null and f.ecs_key is not null)
  group by k.counted_id
)
select 'task_definition', n.counted_id, n.id, n.record_id,
  iif(n.deleted or ifnull(n.status, '') in ('INACTIVE', 'DELETE_IN_PROGRESS'), 'inactive', null),
  case when n.os like 'windows%' then 1 when n.os <> '' then 0 end,
  nullif(n.os, ''),
  coalesce(n.registered_at, iif(n.origin = 'config', n.captured_at, null)), n.containers_known
from newest n;
