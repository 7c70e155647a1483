-- The choice of controls. One row per word. Order: kind, value.
select kind, value
from audit.assessment_selection
where assessment_id = :assessment
order by kind, value;
