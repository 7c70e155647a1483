-- The observations that show a risk: of the failures that count, or of what its waiver covers. Grain: one row per observation. Order:
-- as they stand in the file.
select :audit || ' observation ' || o.control_id || ' ' || o.status || ' ' || o.reason as observation
from temp.oscal_observation o
where o.control_id = :control_id
  and iif(:waiver_row is null, o.status = 'FAILED', o.is_waived and exists (
    select 1 from temp.oscal_evidence e
    where e.control_id = o.control_id and e.reason_id = o.reason_id and e.waiver_row = :waiver_row))
order by o.number;
