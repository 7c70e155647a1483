-- A table that the attached database has otherwise than this program makes it, or does not have, or a trigger: columns by their
-- names, types and places in the key; a virtual table has no page of its own. No row where all are as they should be. At most
-- one row.
with theirs as (
  select m.name as "table", m.rootpage > 0 as is_real, c.name, c.type, c."notnull", c.pk, c.hidden
  from other.sqlite_schema m
  join pragma_table_xinfo(m.name, 'other') c
  where m.type = 'table'
), ours as (
  select m.name as "table", m.rootpage > 0 as is_real, c.name, c.type, c."notnull", c.pk, c.hidden
  from main.sqlite_schema m
  join pragma_table_xinfo(m.name, 'main') c
  where m.type = 'table'
)
select kind || ' ' || "table"
from (
  select 'table' as kind, * from (select * from theirs except select * from ours)
  union all
  select 'table', * from (select * from ours except select * from theirs)
  union all
  select 'trigger', name, 1, '', '', 0, 0, 0 from other.sqlite_schema where type = 'trigger'
)
order by "table"
limit 1;
