-- Whether this audit holds an earlier moment to compare with (report_trend). Grain: one row where it does, else none.
-- Order: none is needed for one row.
select count(distinct a.as_of) as moments
from assessment a
join assessment n on n.id = :assessment_id and a.as_of <= n.as_of
where (select group_concat(control_id) from (select control_id from assessment_control where assessment_id = a.id order by 1))
  = (select group_concat(control_id) from (select control_id from assessment_control where assessment_id = n.id order by 1))
having count(distinct a.as_of) > 1
order by moments;
