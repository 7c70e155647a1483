-- What the packed database's tables, indexes, triggers and (where the ruleset is the same) views are not as fargauge makes
-- them. SQLite's own are the indexes without a text: whatever else is called sqlite_… is looked at, since a trigger may be called so
-- by who writes into the schema, and what ANALYZE found out is not packed. One row per object, the first 20. Order: views last, name.
with made (type, name, sql, packed) as (
  select type, name, sql, 1 from audit.sqlite_master
  union all
  select type, name, sql, 0 from main.sqlite_master
), told as (
  select *
  from made
  where type <> 'index' or sql is not null
)
select coalesce(p.type, o.type) as type, coalesce(p.name, o.name) as name,
  case when o.name is null then 'added' when p.name is null then 'missing' else 'changed' end as finding,
  count(*) over () as objects
from (select * from told where packed) p
full outer join (select * from told where not packed) o on o.type = p.type and o.name = p.name
where p.sql is not o.sql and (:views or coalesce(p.type, o.type) <> 'view')
order by coalesce(p.type, o.type) = 'view', 2, 1
limit 20;
