-- What was handed over. Key: run, position.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'run ' || run || ', file ' || position, 0,
  json_object('path', path, 'sha256', sha256, 'size', size, 'is_archive', is_archive, 'captured_at', captured_at,
    'as_waivers', as_waivers, 'outcome', outcome)
from {view}.handed_over;
