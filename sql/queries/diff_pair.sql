-- Which two assessments are compared: those asked for (0: none is), else the newest (where it was withdrawn and no other is
-- shown, the one made last) and that of the latest moment before it, judged by all controls or by the same choice of them where there
-- is one. `in_order` is 1 where the earlier is none later. Grain: one row. Order: none is needed for one row.
with moment as materialized (
  select assessment_id as id, as_of, selection from v_moment
), b as (
  select id, as_of, selection from moment
  where id = iif(coalesce(:to_id, 0) = 0,
    coalesce((select assessment_id from v_assessment_id), (select max(id) from moment)), :to_id)
), a as (
  select a.id, a.as_of
  from moment a
  left join b
  where a.id = :from_id or (coalesce(:from_id, 0) = 0 and (a.as_of, a.id) < (b.as_of, b.id))
  order by a.selection in ('', b.selection) desc, a.as_of desc, a.id desc
  limit 1
)
select (select id from a) as from_id, (select id from b) as to_id,
  (select a.as_of <= b.as_of and a.id <> b.id from a, b) as in_order,
  (select replace(as_of, '.000Z', 'Z') from a) as from_as_of, (select replace(as_of, '.000Z', 'Z') from b) as to_as_of
order by 1;
