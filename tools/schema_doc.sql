-- docs/schema.md out of the schema itself and of `doc`, what schema_doc.awk read. One row per line of the page.
.mode list
.headers off

-- What is said of a name: one row per table, view and column; schema_doc.txt has the last word.
create temp view said as
select name, kind,
  coalesce((select d.text from doc d where d.kind = 'own' and d.name = n.name),
    (select d.text from doc d where d.kind = n.kind and d.name = n.name order by d.rowid desc limit 1)) as text,
  (select d.choices from doc d where d.kind = n.kind and d.name = n.name order by d.rowid desc limit 1) as choices
from (select distinct name, kind from doc where kind in ('table', 'view', 'column')) n;

create temp view made as
select name, type from main.sqlite_schema where type in ('table', 'view') and name not like 'sqlite_%';

-- One row per column of a table.
create temp view column_row as
select m.name as table_name, x.cid, x.name, x.type, x."notnull" as not_null, x.pk, f."table" as parent,
  coalesce(nullif(s.text, ''), (select d.text from doc d where d.kind = 'own' and d.name in (m.name || '.' || x.name, '*.' || x.name)
    order by d.name desc limit 1), '') as text,
  coalesce(s.choices, '') as choices
from made m
join pragma_table_xinfo(m.name) x
left join pragma_foreign_key_list(m.name) f on f."from" = x.name
left join said s on s.kind = 'column' and s.name = m.name || '.' || x.name
where m.type = 'table';

create temp view line as
select g.rowid as g, 0 as part, 0 as n, char(10) || '## ' || g.text || char(10) as text
from doc g where g.kind = 'group'
union all
select g.rowid, p.rowid, 0, '### ' || p.name || char(10) || char(10) || replace(s.text, '<', '\<') || char(10) || char(10)
  || '| column | type | |' || char(10) || '|---|---|---|'
from doc g join doc p on p.kind = 'place' and p.section = g.text left join said s on s.kind = 'table' and s.name = p.name
where g.kind = 'group'
union all
select g.rowid, p.rowid, 1 + c.cid, '| `' || c.name || '` | ' || lower(c.type) || iif(c.not_null or c.pk, '', ', may be null')
  || iif(c.pk, ', key', '') || ' | '
  || replace(replace(trim(iif(c.parent is null, '', '→ [' || c.parent || '](#' || c.parent || ')' || iif(c.text || c.choices = '', '', ': '))
     || c.text || iif(c.choices = '' or c.choices = '`0`, `1`', '', iif(c.text = '', '', ': ') || c.choices)), '|', '\|'), '<', '\<')
  || ' |'
from doc g join doc p on p.kind = 'place' and p.section = g.text join column_row c on c.table_name = p.name
where g.kind = 'group'
union all
select g.rowid, p.rowid, 1000, '' from doc g join doc p on p.kind = 'place' and p.section = g.text where g.kind = 'group';

select '<!-- Made by tools/schema_doc from the comments in sql/. Change those, then: tools/schema_doc >docs/schema.md -->

# The schema

Every table and view of an audit''s database, `fargauge.db`, as schema version ' || user_version || ' has them. Any SQLite reads it;
`sqlite3 -readonly fargauge.db` will do. [sql/README.md](../sql/README.md) has the queries to begin with and how a verdict comes
about; [architecture.md](architecture.md) says why it is so.

- Read the **views**, first of all `v_results`: they speak of the newest assessment. Tables hold all of them.
- Times are UTC text of one width, `2026-10-01T09:00:00.000Z`, so that text order is time order. What came from exports stands as
  it was given.
- **Evidence** and **results** are never changed once written. The **catalogue** follows the program. **Working rows** are made anew
  by every assessment.
- `key` marks the columns of the primary key; → leads to the table that a column points to.'
from pragma_user_version;

select text from line order by g, part, n;

select '
## Views

One for each control and these, whose names begin with `v_`. Views that are not made for people say what they are for.
';
select '### ' || m.name || char(10) || char(10) || replace(s.text, '<', '\<') || char(10) || char(10)
  || (select group_concat('`' || name || '`', ', ') from (select name from pragma_table_xinfo(m.name) order by cid)) || char(10)
from made m
left join said s on s.kind = 'view' and s.name = m.name
where m.type = 'view' and m.name not like 'control~_%' escape '~'
order by m.name;

select '### The controls'' views

Each has one row per resource in scope, with the reason that the control gives: '
  || (select group_concat('`' || name || '`', ', ') from (select name from pragma_table_xinfo('control_ECS_10') order by cid)) || '.
';
select '- `' || m.name || '`' from made m where m.type = 'view' and m.name like 'control~_%' escape '~' order by m.name;

-- What must not be: found by the caller.
select 'undocumented: ' || name from made m
where not exists (select 1 from doc d where d.kind = 'place' and d.name = m.name) and m.type = 'table'
  or coalesce((select s.text from said s where s.kind = m.type and s.name = m.name), '') = '' and m.name not like 'control~_%' escape '~'
union all
select 'undocumented: ' || table_name || '.' || name from column_row where text = '' and choices = '' and parent is null
union all
select 'undocumented: no such table or column: ' || name from doc
where kind in ('own', 'place') and name not like '*.%' and name not in (select name from made)
  and name not in (select table_name || '.' || name from column_row);
