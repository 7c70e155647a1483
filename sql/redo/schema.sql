-- What the packed database's tables, indexes, triggers and (where the ruleset is the same) views are not as fargauge makes
-- them. One row per object. Order: name.
select coalesce(p.type, o.type) as type, coalesce(p.name, o.name) as name,
  case when o.name is null then 'added' when p.name is null then 'missing' else 'changed' end as finding
from (select type, name, sql from audit.sqlite_master where name not like 'sqlite\_%' escape '\') p
full outer join (select type, name, sql from main.sqlite_master where name not like 'sqlite\_%' escape '\') o
  on o.type = p.type and o.name = p.name
where p.sql is not o.sql and (:views or coalesce(p.type, o.type) <> 'view')
order by 2, 1;
