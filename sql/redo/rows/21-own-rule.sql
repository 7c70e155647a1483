-- The user's own rules. Key: the file.
insert into temp.redo_row (side, key, twin, said)
select '{view}', path, 0, json_object('text', text)
from {view}.own_rule;
