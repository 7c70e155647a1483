-- Files by their hash, and the names and times under which new runs handed them over: as importing them here would have noted
-- them (sql/store/source_alias.sql, option_time.sql, source_run.sql).
insert into main.archive (path, sha256, size, format)
select a.path, a.sha256, a.size, a.format
from other.archive a
where not exists (select 1 from main.archive m where m.path = a.path and m.sha256 = a.sha256)
order by a.id;
insert into merged_archive (old_id, new_id)
select a.id, m.id
from other.archive a
join main.archive m on m.path = a.path and m.sha256 = a.sha256;

insert into merged_source (old_id, new_id, is_new)
select s.id, m.id, 0
from other.source s
join main.source m on m.sha256 = s.sha256;
insert into merged_source (old_id, new_id, is_new)
select s.id, (select coalesce(max(id), 0) from main.source) + row_number() over (order by s.id), 1
from other.source s
where s.id not in (select old_id from merged_source);

-- Runs of older versions of fargauge do not say under which names: there all names count.
insert into merged_place (source_id, path, sha256, captured_at, captured_from, archive_id)
select m.new_id, p.path, p.sha256, p.captured_at, p.captured_from, c.new_id
from (
  select s.id as source_id, s.path, s.sha256, s.captured_at, s.captured_from, s.archive_id
  from other.source s
  union all
  select l.source_id, l.path, s.sha256, l.captured_at, l.captured_from, l.archive_id
  from other.source_alias l
  join other.source s on s.id = l.source_id
) p
join merged_source m on m.old_id = p.source_id
left join merged_archive c on c.old_id = p.archive_id
left join other.archive a on a.id = p.archive_id
where exists (
  select 1
  from merged_given g
  where g.path = coalesce(a.path, p.path) and g.sha256 = coalesce(a.sha256, p.sha256)
    and g.is_archive = (p.archive_id is not null)
) or exists (
  select 1
  from other.import_run i
  join merged_run r on r.old_run = i.run and r.is_new
  where not i.known
);

insert into main.source (id, path, archive_id, sha256, size, kind, compression, encoding, captured_at, captured_from,
  more_pages, tool_version, run)
select m.new_id, s.path, c.new_id, s.sha256, s.size, s.kind, s.compression, s.encoding, s.captured_at, s.captured_from,
  s.more_pages, s.tool_version, r.new_run
from other.source s
join merged_source m on m.old_id = s.id and m.is_new
join merged_run r on r.old_run = s.run
left join merged_archive c on c.old_id = s.archive_id
order by m.new_id;

insert into main.source_alias (source_id, path, captured_at, captured_from, archive_id)
select p.source_id, p.path, p.captured_at, p.captured_from, p.archive_id
from merged_place p
join main.source s on s.id = p.source_id and s.path <> p.path
where true
order by p.source_id, p.path
on conflict (source_id, path) do update
set captured_at = excluded.captured_at, captured_from = excluded.captured_from
where excluded.captured_from = 'option';

update main.source
set captured_at = p.captured_at, captured_from = 'option'
from merged_place p
where p.source_id = source.id and p.path = source.path and p.captured_from = 'option'
  and (source.captured_from <> 'option' or source.captured_at is not p.captured_at);

update main.source
set run = r.new_run
from merged_source m
join other.source s on s.id = m.old_id
join merged_run r on r.old_run = s.run and r.is_new
where m.new_id = source.id and not m.is_new;
