-- The parameters that were set by option. One row each. Order: control, name.
select control_id, name, value
from audit.assessment_parameter
where assessment_id = :assessment and origin = 'option'
order by control_id, name;
