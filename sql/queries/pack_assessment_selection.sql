-- By which words the controls of one assessment were chosen. Grain: one row per word. Order: kind, word.
select kind, value
from assessment_selection
where assessment_id = :packed_assessment_id
order by kind, value;
