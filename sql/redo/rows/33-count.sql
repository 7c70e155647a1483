-- How many results each judged control has. Key: the assessment and the control.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'assessment ' || a.number || ' ' || k.control_id, 0,
  json_object('total', k.total, 'failed', k.failed, 'insufficient_data', k.insufficient_data,
    'not_applicable', k.not_applicable, 'waived', k.waived)
from {view}.assessment_control k
join (select id, row_number() over (order by id) as number from {view}.assessment) a on a.id = k.assessment_id;
