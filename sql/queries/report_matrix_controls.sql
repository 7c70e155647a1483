-- The heads of the account × control matrix. Grain: one row per computed control. Order: reading order.
select c.id as control_id, t.title
from v_judged_control c
left join control_text t on t.control_id = c.id and t.lang = :lang
order by c.position;
