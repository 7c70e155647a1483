-- Which view of each cluster, task definition, task set and capacity provider counts: the newest capture at or
-- before as_of; at the same moment a describe call wins over Config, then the file's hash decides. One text of fixed
-- widths ranks them, as for services.
insert into view_fact (kind, resource_id, view_id, record_id, gate, windows, os_text, changed_at)
with seen (kind, view_id, record_id, counted_id, origin) as (
  select 'cluster', v.id, v.record_id, k.counted_id, v.origin
  from resource_fact k cross join cluster v on v.resource_id = k.resource_id
  union all
  select 'task_definition', v.id, v.record_id, k.counted_id, v.origin
  from resource_fact k cross join task_definition v on v.resource_id = k.resource_id
  union all
  select 'task_set', v.id, v.record_id, k.counted_id, v.origin
  from resource_fact k cross join task_set v on v.resource_id = k.resource_id
  union all
  select 'capacity_provider', v.id, v.record_id, k.counted_id, v.origin
  from resource_fact k cross join capacity_provider v on v.resource_id = k.resource_id
), newest as (
  select s.kind, s.counted_id, s.origin, s.view_id, s.record_id, r.captured_at,
    max(coalesce(r.captured_at, c.captured_at, '                        ') || (s.origin = 'ecs') || f.sha256
      || printf('%020d%d', r.byte_offset, s.view_id)) as seen_key
  from seen s
  cross join record r on r.id = s.record_id
  cross join source f on f.id = r.source_id
  left join source_fact c on c.source_id = r.source_id
  join assessment a on a.id = :assessment
  where r.captured_at <= a.as_of or (r.captured_at is null and c.source_id is not null)
  group by s.kind, s.counted_id
)
select n.kind, n.counted_id, n.view_id, n.record_id,
  iif(coalesce(t.deleted or ifnull(t.status, '') in ('INACTIVE', 'DELETE_IN_PROGRESS'),
      c.deleted or c.status is 'INACTIVE', p.deleted or p.status is 'INACTIVE', s.deleted), 'inactive', null),
  case when trim(t.operating_system_family) like 'windows%' then 1
       when trim(t.operating_system_family) <> '' then 0 end,
  nullif(trim(t.operating_system_family), ''),
  coalesce(t.registered_at, s.updated_at, iif(n.origin = 'config', n.captured_at, null))
from newest n
left join task_definition t on n.kind = 'task_definition' and t.id = n.view_id
left join cluster c on n.kind = 'cluster' and c.id = n.view_id
left join capacity_provider p on n.kind = 'capacity_provider' and p.id = n.view_id
left join task_set s on n.kind = 'task_set' and s.id = n.view_id;
