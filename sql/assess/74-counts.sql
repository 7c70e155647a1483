-- How many results each control has, in all and by status: counted once, since there may be millions. One row per control
-- that was judged.
update assessment_control
set total = n.total, failed = n.failed - coalesce(v.waived, 0), insufficient_data = n.insufficient_data,
  not_applicable = n.not_applicable, waived = coalesce(v.waived, 0)
from (select k.control_id, count(*) as total, sum(q.fails) as failed, sum(q.is_open) as insufficient_data,
        sum(q.is_outside) as not_applicable
      from assessment_control k
      cross join result e on e.id > k.base and e.id < k.base + 10000000000
      cross join assessment_reason q on q.id = e.reason_id
      where k.assessment_id = :assessment
      group by k.control_id) n
left join (select q.control_id, count(*) as waived
           from (select distinct result_id from waiver_match) m
           cross join result e on e.id = m.result_id and e.waiver_id is not null
           cross join assessment_reason q on q.id = e.reason_id
           group by q.control_id) v on v.control_id = n.control_id
where assessment_control.assessment_id = :assessment and assessment_control.control_id = n.control_id;
