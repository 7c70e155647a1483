-- The risks of failing one control. Grain: one row per risk. Order: position.
select title as point_title, text as point_text
from control_point
where control_id = :control_id and kind = 'risk' and lang = :lang
order by position;
