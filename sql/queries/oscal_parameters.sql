-- What the assessment ran with. Grain: one row per parameter and per word of the selection. Order: kind, control, name, value.
select kind, value
from (select 'parameter' as kind, control_id, name, control_id || '.' || name || '=' || value as value from v_parameter
      union all
      select 'selection', kind, '', kind || '=' || value from assessment_selection s
      where s.assessment_id = cast(:assessment as integer))
order by kind, control_id, name, value;
