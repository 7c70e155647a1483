-- How much of the catalogue the user had judged. Grain: one row where controls were chosen, else none. Order: none is
-- needed for one row.
with few as (
  select (select count(*) from v_judged_control) as judged_controls,
    (select count(*) from control where view is not null) as computed_controls,
    (select group_concat(id, ', ')
     from (select id from control
           where view is not null and id not in (select id from v_judged_control)
           order by position)) as left_out,
    (select count(distinct kind) from assessment_selection where assessment_id = :assessment_id) as kinds
)
select f.judged_controls, f.computed_controls, f.computed_controls - f.judged_controls as not_judged, f.left_out,
  iif(f.kinds > 1, 1, null) as together, m.text as sentence
from few f
join message m on m.lang = :lang and m.key = 'selection.rest.'
  || case f.computed_controls - f.judged_controls when 0 then 'none' when 1 then 'one' else 'other' end
where f.kinds > 0
order by f.judged_controls;
