-- The choice of controls. Key: the assessment and the word.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'assessment ' || a.number || ' ' || p.kind || ' ' || p.value, 0, '{}'
from {view}.assessment_selection p
join (select id, row_number() over (order by id) as number from {view}.assessment) a on a.id = p.assessment_id;
