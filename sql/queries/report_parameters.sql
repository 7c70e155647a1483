-- The parameters that the controls ran with. Grain: one row per control × parameter. Order: control, name.
select p.control_id, p.name as parameter, coalesce(nullif(p.value, ''), '—') as value, coalesce(m.text, p.origin) as origin
from v_parameter p
join control c on c.id = p.control_id
left join message m on m.lang = :lang and m.key = 'origin.' || p.origin
order by c.position, p.name;
