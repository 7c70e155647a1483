-- How many of the failed ones a waiver covers: those are waived, not failed. One row per control with such a result.
update assessment_control
set failed = failed - n.waived, waived = n.waived
from (select q.control_id, count(*) as waived
      from (select distinct result_id from waiver_match) m
      cross join result e on e.id = m.result_id and e.waiver_id is not null
      cross join assessment_reason q on q.id = e.reason_id
      group by q.control_id) n
where assessment_control.assessment_id = :assessment and assessment_control.control_id = n.control_id;
