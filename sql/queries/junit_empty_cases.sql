-- The controls with nothing in scope of a suite: a skipped case each, because readers drop a suite without a case and a
-- control that is missing looks as if it had been left out. Grain: one row per control; none in suites of results. Order:
-- reading order.
select c.control_id, :junit_profile = 'extended' as extended
from v_control_counts c
where :empty and c.total = 0 and (c.position = :position or :kind <> 'control')
order by c.position;
