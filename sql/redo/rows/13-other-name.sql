-- Further names of imported files. Key: hash, name.
insert into temp.redo_row (side, key, twin, said)
select '{view}', s.sha256 || ' ' || l.path, 0,
  json_object('captured_at', l.captured_at, 'captured_from', l.captured_from, 'archive', a.path)
from {view}.source_alias l
join {view}.source s on s.id = l.source_id
left join {view}.archive a on a.id = l.archive_id;
