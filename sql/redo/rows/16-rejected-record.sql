-- Records that were rejected. Key: hash of the file, JSON Pointer.
insert into temp.redo_row (side, key, twin, said)
select '{view}', s.sha256 || ' ' || r.pointer, row_number() over (partition by r.source_id, r.pointer order by r.id),
  json_object('byte_offset', r.byte_offset, 'byte_length', r.byte_length, 'reason', r.reason, 'detail', r.detail,
    'line', r.line)
from {view}.rejection r
join {view}.source s on s.id = r.source_id;
