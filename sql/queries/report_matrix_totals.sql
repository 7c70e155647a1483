-- The last row of the heat map: all accounts; columns as report_matrix_cells. Grain: one row per computed control. Order:
-- reading order.
select n.control_id, n.failed, n.total - n.not_applicable as in_scope,
  'cell ' || case when n.total - n.not_applicable = 0 then 'empty' when n.failed = 0 and n.insufficient_data > 0 then 'open'
    when n.failed = 0 then 'clean' when n.failed * 3 <= n.total - n.not_applicable then 'heat-1'
    when n.failed * 3 <= (n.total - n.not_applicable) * 2 then 'heat-2' else 'heat-3' end as cell_class,
  iif(n.failed > 0, format('%.2f%%', 100.0 * n.failed / (n.total - n.not_applicable)), null) as width,
  iif(n.total > n.not_applicable, 1, null) as some, nullif(n.insufficient_data, 0) as open_results,
  iif(n.total > n.not_applicable and n.failed = 0 and n.insufficient_data = 0, 1, null) as clean
from v_control_counts n
order by n.position;
