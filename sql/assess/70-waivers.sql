-- A FAILED result that a live waiver covers becomes WAIVED and keeps its original status. Live: approved
-- at or before, and not yet expired at, the assessment's time, and handed over in the newest import run that
-- held waivers: what a later file leaves out or shortens is withdrawn. Of several the one that ends last
-- counts.
update result
set waiver_id = w.id
from (select m.result_id, w.id,
        row_number() over (partition by m.result_id order by w.expires_at desc, w.waiver_id, w.id) as place
      from source s
      join record d on d.source_id = s.id
      join waiver w on w.record_id = d.id
      join assessment a on a.id = :assessment
      join waiver_match m on m.waiver_row = w.id
      where s.kind = 'waivers' and s.run = (select max(run) from source where kind = 'waivers')
        and w.approved_at <= a.as_of and w.expires_at >= a.as_of) w
where result.id = w.result_id and w.place = 1;
