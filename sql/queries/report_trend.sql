-- Earlier assessments in this audit: the newest of each moment judged, where all judged the same controls as the newest.
-- No row where there is but one. Grain: one row per moment. Order: time.
with whole as (
  select a.id, a.as_of, sum(k.failed) as failed, sum(k.insufficient_data) as insufficient_data, sum(k.waived) as waived,
    sum(k.total - k.failed - k.insufficient_data - k.not_applicable - k.waived) as passed,
    sum(k.total - k.not_applicable) as in_scope, group_concat(k.control_id) as controls,
    row_number() over (partition by a.as_of order by a.id desc) as rank
  from assessment a
  join (select * from assessment_control order by assessment_id, control_id) k on k.assessment_id = a.id
  group by a.id
), kept as (
  select w.* from whole w
  join whole n on n.id = :assessment_id and n.controls = w.controls
  where w.rank = 1 and w.as_of <= n.as_of
)
select k.as_of as moment, k.failed, k.insufficient_data, k.waived, k.passed, k.in_scope,
  iif(k.in_scope > 0, format('%.2f%%', 100.0 * k.failed / k.in_scope), '0%') as width
from kept k
where (select count(*) from kept) > 1
  and (:most + 0 < 0 or k.as_of in (select as_of from kept order by as_of desc limit :most))
order by k.as_of;
