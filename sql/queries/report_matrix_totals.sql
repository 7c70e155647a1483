-- The last row of the matrix: all accounts. Grain: one row per computed control. Order: reading order.
select n.control_id, n.failed, n.total - n.not_applicable as in_scope,
  case when n.failed > 0 then 'num failed' else 'num' end as cell_class
from v_control_counts n
order by n.position;
