-- What each reason of the chosen controls means now: results keep that, whatever a later catalogue says.
insert into assessment_reason (assessment_id, control_id, reason, status)
select :assessment, q.control_id, q.reason, q.status
from assessment_control k
join control c on c.id = k.control_id
join reason q on q.control_id = k.control_id
where k.assessment_id = :assessment
order by c.position, q.reason;
