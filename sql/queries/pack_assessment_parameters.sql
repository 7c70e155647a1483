-- The parameters of one assessment. Grain: one row per control × parameter. Order: control, name.
select control_id, name, value, origin
from assessment_parameter
where assessment_id = :packed_assessment_id
order by control_id, name;
