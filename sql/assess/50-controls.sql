-- The controls that this assessment judges, in reading order: where their results go, and whether AWS judged anything by
-- them (null: nothing).
select c.id, c.view, k.base,
  (select f.control_id from aws_fact f where f.control_id = c.id limit 1) as judged_by_aws
from assessment_control k
join control c on c.id = k.control_id
where k.assessment_id = :assessment
order by c.position;
