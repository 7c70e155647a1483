-- The controls that this assessment judges, in reading order.
select c.id, c.view
from assessment_control k
join control c on c.id = k.control_id
where k.assessment_id = :assessment
order by c.position;
