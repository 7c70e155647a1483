-- The risks that go with a finding. Grain: one row per risk. Order: as they stand in the file.
select :audit || ' ' || r.risk as risk
from v_oscal_risk r
where r.control_id in (select b.control_id from v_oscal_objective_control b where b.objective = :objective)
order by r.position, r.number;
