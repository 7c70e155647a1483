-- The parameters that are not the catalogue's own. Grain: one row per control × parameter. Order: control, name.
select p.control_id as changed_control, p.name as changed_name, coalesce(nullif(p.value, ''), '—') as changed_value
from v_parameter p
left join control c on c.id = p.control_id
where p.origin = 'option'
order by c.position, p.control_id, p.name;
