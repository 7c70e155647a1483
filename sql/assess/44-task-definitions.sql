-- Which view of each task definition counts: the newest capture at or before as_of; at the same moment a describe call
-- wins over Config, then the file's hash decides. One text of fixed widths ranks them, as for services.
insert into view_fact (kind, resource_id, view_id, record_id, gate, windows, os_text, changed_at)
with hash as materialized (
  select id, row_number() over (order by sha256 desc) as rank from source
), newest as (
  select max(coalesce(r.captured_at, c.captured_at, '                        ') || (t.origin = 'ecs') 
      || printf('%010d%016d%d', f.rank, 9007199254740991 - r.byte_offset, t.id)) as seen_key, k.counted_id
  from resource_fact k
  cross join task_definition t on t.resource_id = k.resource_id
  cross join record r on r.id = t.record_id
  cross join hash f on f.id = r.source_id
  left join source_fact c on c.source_id = r.source_id
  join assessment a on a.id = :assessment
  where r.captured_at <= a.as_of or (r.captured_at is null and c.source_id is not null)
  group by k.counted_id
)
select 'task_definition', n.counted_id, t.id, t.record_id,
  iif(t.deleted or ifnull(t.status, '') in ('INACTIVE', 'DELETE_IN_PROGRESS'), 'inactive', null),
  case when trim(t.operating_system_family) like 'windows%' then 1
       when trim(t.operating_system_family) <> '' then 0 end,
  nullif(trim(t.operating_system_family), ''),
  coalesce(t.registered_at, iif(t.origin = 'config', (select captured_at from record r where r.id = t.record_id), null))
from newest n
cross join task_definition t on t.id = cast(substr(n.seen_key, 52) as integer);
