-- What packing works out once, in tables that are gone with the connection: which bytes were handed over, under which paths
-- they may be found, and where they were. Run before any query pack_….

-- The distinct files that were handed over and read to their end, archives as one. One row per hash.
create temp table if not exists pack_input (
  sha256 text primary key,
  number integer not null,           -- in order of their first handing-over, from 1
  size integer,
  name text not null                 -- below data/inputs
) without rowid;
delete from temp.pack_input;

-- Where their bytes may lie. One row per hash × path.
create temp table if not exists pack_path (
  sha256 text not null,
  rank integer not null,             -- in which order they are tried
  path text not null,
  primary key (sha256, rank)
) without rowid;
delete from temp.pack_path;

-- What became of the search. No row for a hash: it was not looked for. One row per hash.
create temp table if not exists pack_found (
  sha256 text primary key,
  path text,                         -- where the bytes are now; null: nowhere
  reason text                        -- why: gone, changed, standard_input; null where they are there
) without rowid;
delete from temp.pack_found;

-- A name shows what the file was called: its last part, at most 100 bytes of it, every byte outside A-Z a-z 0-9 . _ - as _.
insert into temp.pack_input (sha256, number, size, name)
with recursive position (n) as (
  values (1)
  union all
  select n + 1 from position where n < 100
),
first as (
  select sha256, run, position, path, size, row_number() over (partition by sha256 order by run, position) as nth
  from handed_over
  where sha256 <> ''
),
named as (
  select sha256, size, row_number() over (order by run, position) as number,
    cast(substr(path, length(rtrim(path, replace(path, '/', ''))) + 1) as blob) as base
  from first
  where nth = 1
)
select sha256, number, size, format('%05d-', number) || coalesce((
  select group_concat(letter, '')
  from (select iif(hex(substr(m.base, p.n, 1)) in ('2D', '2E', '5F')
                or hex(substr(m.base, p.n, 1)) between '30' and '39'
                or hex(substr(m.base, p.n, 1)) between '41' and '5A'
                or hex(substr(m.base, p.n, 1)) between '61' and '7A', cast(substr(m.base, p.n, 1) as text), '_') as letter
        from position p
        where p.n <= length(m.base)
        order by p.n)), '')
from named m;

insert into temp.pack_path (sha256, rank, path)
select sha256, row_number() over (partition by sha256 order by kind, run, position, path), path
from (
  select sha256, path, min(kind) as kind, min(run) as run, min(position) as position
  from (
    select sha256, path, 1 as kind, run, position from handed_over where sha256 <> ''
    union all
    select sha256, path, 2, 0, 0 from source where archive_id is null
    union all
    select s.sha256, a.path, 3, 0, 0 from source_alias a join source s on s.id = a.source_id where a.archive_id is null
    union all
    select sha256, path, 4, 0, 0 from archive
  )
  where sha256 in (select sha256 from temp.pack_input)
  group by sha256, path
);
