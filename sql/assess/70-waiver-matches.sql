-- Which failures each waiver names, of whichever file. One row per waiver × failure; failures outside, because there
-- are more of them than of waivers.
insert into waiver_match (waiver_row, result_id)
select w.id, e.id
from (select distinct control_id from waiver) c
cross join v_result e on e.assessment_id = :assessment and e.control_id = c.control_id and e.original_status = 'FAILED'
cross join resource r on r.id = e.resource_id
cross join waiver w on w.control_id = c.control_id and r.arn glob w.resource
  and (w.account_id is null or w.account_id = r.account_id);
