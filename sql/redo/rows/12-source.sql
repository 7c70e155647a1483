-- Imported files. Key: the hash.
insert into temp.redo_row (side, key, twin, said)
select '{view}', s.sha256, 0,
  json_object('path', s.path, 'archive', a.path, 'size', s.size, 'kind', s.kind, 'compression', s.compression,
    'encoding', s.encoding, 'captured_at', s.captured_at, 'captured_from', s.captured_from, 'more_pages', s.more_pages,
    'run', s.run)
from {view}.source s
left join {view}.archive a on a.id = s.archive_id;
