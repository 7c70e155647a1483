-- What reasons meant. Key: the assessment, the control and the reason.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'assessment ' || a.number || ' ' || q.control_id || ' ' || q.reason, 0, json_object('status', q.status)
from {view}.assessment_reason q
join (select id, row_number() over (order by id) as number from {view}.assessment) a on a.id = q.assessment_id;
