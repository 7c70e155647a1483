-- Which record says which tags a resource has: of the views at or before as_of that were exported with tags the
-- newest. A later export without tags takes nothing back: it was not asked.
insert into tag_fact (resource_id, record_id)
with seen (resource_id, record_id, origin) as (
  select resource_id, record_id, origin from service where tags_known = 1
  union all
  select resource_id, record_id, origin from cluster where tags_known = 1
  union all
  select resource_id, record_id, origin from task_definition where tags_known = 1
  union all
  select resource_id, record_id, origin from task_set where tags_known = 1
  union all
  select resource_id, record_id, origin from capacity_provider where tags_known = 1
), ranked as (
  select k.counted_id, s.record_id,
    row_number() over (partition by k.counted_id
      order by coalesce(r.captured_at, c.captured_at) desc, s.origin = 'ecs' desc, f.sha256, r.byte_offset)
      as choice
  from seen s
  join resource_fact k on k.resource_id = s.resource_id
  join record r on r.id = s.record_id
  join source f on f.id = r.source_id
  left join source_fact c on c.source_id = r.source_id
  join assessment a on a.id = :assessment
  where r.captured_at <= a.as_of or (r.captured_at is null and c.source_id is not null)
)
select counted_id, record_id from ranked where choice = 1;
