-- What of a database ({view}) is not as fargauge makes it (temp.made_schema): tables, indexes, triggers and (:views, where the ruleset
-- is the same) views. :added: 0, only what is missing or another; 1, and what is not ours and may do harm; 2, all.
--
-- Nor do comments of tables and indexes: an audit keeps those of the program that made it. A comment begins at the first "--" of a
-- line: no text of ours has one within a string, and up to there both must be the same, so that it begins one in both. Only what is
-- little longer than ours is looked at line by line: that is slow in long ones. One row per object, the first 20. Order: tables before
-- indexes before views, name.
with recursive theirs (type, name, tbl_name, sql, nth) as (
  select type, name, tbl_name, sql, row_number() over (partition by type, name order by sql)
  from {view}.sqlite_schema
), made (type, name, tbl_name, sql, nth) as (
  select type, name, tbl_name, sql, 1 from temp.made_schema
), other (type, name, finding, theirs, ours) as (
  select coalesce(t.type, m.type), coalesce(t.name, m.name),
    case when m.name is null then 'added' when t.name is null then 'missing' else 'changed' end,
    t.sql, m.sql
  from theirs t
  full outer join made m on m.type = t.type and m.name = t.name and m.nth = t.nth
  where m.name is null or t.name is null or t.tbl_name is not m.tbl_name or t.sql is not m.sql
), line (type, name, side, number, line, rest) as (
  select o.type, o.name, s.column1, 0, '', iif(s.column1 = 'theirs', o.theirs, o.ours) || char(10)
  from other o
  join (values ('theirs'), ('ours')) s
  where o.finding = 'changed' and o.type in ('table', 'index') and typeof(o.theirs) = 'text'
    and length(cast(o.theirs as blob)) < 2 * length(cast(o.ours as blob)) + 1000 and instr(cast(o.theirs as blob), x'00') = 0
  union all
  select type, name, side, number + 1, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
  from line
  where rest <> ''
), code (type, name, side, number, line) as (
  select type, name, side, number,
    rtrim(iif(instr(line, '--') > 0, substr(line, 1, instr(line, '--') - 1), line), ' ' || char(9) || char(13))
  from line
), stripped (type, name, side, sql) as (
  select type, name, side, group_concat(line, char(10))
  from (select * from code where line <> '' order by type, name, side, number)
  group by type, name, side
)
select o.type, o.name, o.finding, count(*) over () as objects
from other o
where (:views or o.type <> 'view')
  and (:added = 2 or o.finding <> 'added'
       or (:added = 1 and o.name not glob 'sqlite_stat[1-4]' and (o.type <> 'index' or o.theirs like 'create unique %')))
  and not exists (select 1 from stripped a
                  join stripped b on b.type = a.type and b.name = a.name and b.sql = a.sql
                  where a.type = o.type and a.name = o.name and a.side = 'theirs' and b.side = 'ours')
order by case o.type when 'view' then 2 when 'index' then 1 else 0 end, o.name, o.type
limit 20;
