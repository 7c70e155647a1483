-- The controls that were reviewed under their own ids. Grain: one row per control. Order: reading order.
select o.catalog_control
from v_oscal_objective o
where o.kind = 'control'
order by o.position, o.control_id;
