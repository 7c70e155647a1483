-- Rows of the packed audit that point to a row that is not there. One row per table and what it points to. Order: table.
select k."table", k.parent, count(*) as broken
from audit.sqlite_master m
join pragma_foreign_key_check(m.name, 'audit') k
where m.type = 'table'
group by k."table", k.parent
order by k."table", k.parent;
