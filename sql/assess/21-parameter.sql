-- A parameter that the user set.
update assessment_parameter set value = :value, origin = 'option'
where assessment_id = :assessment and control_id = :control and name = :name;
