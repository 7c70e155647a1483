-- A text column of which columns.sql does not say what becomes of it. At most one row.
select m.name || '.' || c.name
from sqlite_schema m
join pragma_table_xinfo(m.name) c
where m.type = 'table' and upper(c.type) in ('TEXT', 'ANY', 'BLOB', '')
  and not exists (select 1 from redacted_column k where k."table" = m.name and k."column" in (c.name, '*'))
order by 1
limit 1;
