-- Which two assessments are compared: those asked for (0: none is), else the newest of the newest moment and the one before
-- it. `in_order` is 1 where the earlier is none later. Grain: one row. Order: none is needed for one row.
with b as (
  select id, as_of from assessment
  where id = :to_id or coalesce(:to_id, 0) = 0
  order by as_of desc, id desc
  limit 1
), a as (
  select a.id, a.as_of
  from assessment a
  left join b
  where a.id = :from_id or (coalesce(:from_id, 0) = 0 and (a.as_of, a.id) < (b.as_of, b.id))
  order by a.as_of desc, a.id desc
  limit 1
)
select (select id from a) as from_id, (select id from b) as to_id,
  (select a.as_of <= b.as_of and a.id <> b.id from a, b) as in_order,
  (select replace(as_of, '.000Z', 'Z') from a) as from_as_of, (select replace(as_of, '.000Z', 'Z') from b) as to_as_of
order by 1;
