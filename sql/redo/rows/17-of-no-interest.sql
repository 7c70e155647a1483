-- What no mapper wants. Key: hash of the file, type.
insert into temp.redo_row (side, key, twin, said)
select '{view}', s.sha256 || ' ' || n.type, 0, json_object('count', n.count)
from {view}.no_interest n
join {view}.source s on s.id = n.source_id;
