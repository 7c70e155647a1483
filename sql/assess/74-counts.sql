-- How many results each control has, in all and by status before waivers: counted once, since there may be millions. One
-- row per control that is judged.
update assessment_control
set (total, failed, insufficient_data, not_applicable) = (
  select count(*), ifnull(sum(q.fails), 0), ifnull(sum(q.is_open), 0), ifnull(sum(q.is_outside), 0)
  from result e
  cross join assessment_reason q on q.id = e.reason_id
  where e.id > assessment_control.base and e.id < assessment_control.base + 10000000000)
where assessment_id = :assessment;
