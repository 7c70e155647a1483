-- The parameters of assessments. Key: the assessment, control and name.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'assessment ' || a.number || ' ' || p.control_id || '.' || p.name, 0,
  json_object('value', p.value, 'origin', p.origin)
from {view}.assessment_parameter p
join (select id, row_number() over (order by id) as number from {view}.assessment) a on a.id = p.assessment_id;
