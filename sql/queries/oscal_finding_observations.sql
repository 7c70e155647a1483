-- The observations behind a finding. Grain: one row per observation. Order: as they stand in the file.
select :audit || ' observation ' || o.control_id || ' ' || o.status || ' ' || o.reason as observation
from temp.oscal_observation o
where o.control_id in (select b.control_id from v_oscal_objective_control b where b.objective = :objective)
order by o.number;
