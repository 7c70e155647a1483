-- Whether a control behind a requirement was not judged. Grain: one row where there is one, else none. Order: none is
-- needed for one row.
select count(*) as unjudged
from control_requirement q
where q.control_id not in (select id from v_judged_control)
having count(*) > 0
order by unjudged;
