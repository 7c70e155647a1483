-- Files that were refused. Key: path, hash.
insert into temp.redo_row (side, key, twin, said)
select '{view}', path || ' ' || sha256, 0,
  json_object('size', size, 'line', line, 'byte_offset', byte_offset, 'reason', reason, 'hint', hint, 'forgiven', forgiven)
from {view}.rejected_source;
