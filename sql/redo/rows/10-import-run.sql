-- Import runs. Key: the run.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'run ' || run, 0,
  json_object('known', known, 'max_record', max_record, 'max_string', max_string, 'max_depth', max_depth,
    'max_total', max_total, 'max_ratio', max_ratio, 'max_members', max_members)
from {view}.import_run;
