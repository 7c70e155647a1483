-- What the attached audit's tables, indexes, triggers and (:views, where the ruleset is the same) views are not as fargauge makes
-- them; without :added, only what is missing or another. Comments do not count: an audit keeps those of the program that made it.
-- A comment is cut where "--" is found first, within a string as well: what stands before it must be the same in both, so that it
-- begins a comment in both. SQLite's own are the indexes without a text: whatever else is called sqlite_… is looked at, since a
-- trigger may be called so by who writes into the schema, and what ANALYZE found out is not packed. One row per object, the first
-- 20. Order: views last, name.
with recursive made (type, name, sql, attached) as (
  select type, name, sql, 1 from audit.sqlite_master
  union all
  select type, name, sql, 0 from main.sqlite_master
), line (type, name, attached, number, line, rest) as (
  select type, name, attached, 0, '', sql || char(10) from made where sql is not null
  union all
  select type, name, attached, number + 1, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
  from line
  where rest <> ''
), code (type, name, attached, number, line) as (
  select type, name, attached, number, rtrim(iif(line like '%--%', substr(line, 1, instr(line, '--') - 1), line))
  from line
), told (type, name, attached, sql) as (
  select type, name, attached, group_concat(line, char(10))
  from (select * from code where line <> '' order by type, name, attached, number)
  group by type, name, attached
  union all
  select type, name, attached, null from made where sql is null and type <> 'index'
)
select coalesce(p.type, o.type) as type, coalesce(p.name, o.name) as name,
  case when o.name is null then 'added' when p.name is null then 'missing' else 'changed' end as finding,
  count(*) over () as objects
from (select * from told where attached) p
full outer join (select * from told where not attached) o on o.type = p.type and o.name = p.name
where p.sql is not o.sql and (:views or coalesce(p.type, o.type) <> 'view') and (:added or o.name is not null)
order by coalesce(p.type, o.type) = 'view', 2, 1
limit 20;
