-- A FAILED result that a live waiver covers becomes WAIVED and keeps its original status. Live: approved
-- at or before, and not yet expired at, the assessment's time. Of several the one that ends last counts.
update result
set status = 'WAIVED', waiver_id = w.id
from (select e.id as result_id, w.id,
        row_number() over (partition by e.id order by w.expires_at desc, w.waiver_id, w.id) as place
      from result e
      join assessment a on a.id = e.assessment_id
      join resource r on r.id = e.resource_id
      join waiver w on w.control_id = e.control_id and r.arn glob w.resource
        and (w.account_id is null or w.account_id = r.account_id)
        and w.approved_at <= a.as_of and w.expires_at >= a.as_of
      where e.assessment_id = :assessment and e.status = 'FAILED') w
where result.id = w.result_id and w.place = 1;
