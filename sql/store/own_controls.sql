-- Controls that the user's rules added. One row per control. Order: position.
select id, coalesce(view, '') from control where id not in (select id from temp.program_control) order by position;
