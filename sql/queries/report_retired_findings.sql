-- Controls that AWS has retired and that findings still name. Grain: one row per such control. Order:
-- reading order.
select c.id as control_id, c.retired_on, count(*) as findings,
  (select group_concat(successor_id, ', ')
   from (select u.successor_id from control_successor u join control n on n.id = u.successor_id
         where u.control_id = c.id order by n.position)) as successors
from finding f
join control c on c.id = f.control_id
where c.retired_on is not null
group by c.id
order by c.position;
