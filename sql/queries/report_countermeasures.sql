-- What to do against one control's risks. Grain: one row per countermeasure. Order: position.
select title as point_title, text as point_text
from control_point
where control_id = :control_id and kind = 'countermeasure' and lang = :lang
order by position;
