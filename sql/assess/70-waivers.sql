-- A FAILED result that a live waiver covers becomes WAIVED and keeps its original status. Live: approved
-- at or before, and not yet expired at, the assessment's time, and handed over in the newest import run that
-- held waivers: what a later file leaves out or shortens is withdrawn. Of several the one that ends last
-- counts.
update result
set status = 'WAIVED', waiver_id = w.id
from (select e.id as result_id, w.id,
        row_number() over (partition by e.id order by w.expires_at desc, w.waiver_id, w.id) as place
      from result e
      join assessment a on a.id = e.assessment_id
      join resource r on r.id = e.resource_id
      join source s on s.kind = 'waivers' and s.run = (select max(run) from source where kind = 'waivers')
      join record d on d.source_id = s.id
      join waiver w on w.record_id = d.id and w.control_id = e.control_id and r.arn glob w.resource
        and (w.account_id is null or w.account_id = r.account_id)
        and w.approved_at <= a.as_of and w.expires_at >= a.as_of
      where e.assessment_id = :assessment and e.status = 'FAILED') w
where result.id = w.result_id and w.place = 1;
