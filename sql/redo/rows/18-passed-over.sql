-- What was passed over. Key: path.
insert into temp.redo_row (side, key, twin, said)
select '{view}', path, 0, json_object('reason', reason, 'run', run)
from {view}.passed_over;
