-- One account's row of the heat map: failures among what is in scope. The share of failures is a colour, the length of a
-- bar and a number; `state` says in words what the colour means. Grain: one row per computed control. Order: reading order.
with cell as (
  select c.id as control_id, c.position, coalesce(sum(e.status = 'FAILED'), 0) as failed,
    coalesce(sum(e.status = 'INSUFFICIENT_DATA'), 0) as undecided,
    coalesce(sum(e.status <> 'NOT_APPLICABLE'), 0) as in_scope
  from v_judged_control c
  cross join resource r
  left join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id
  left join v_result_by_id e on e.id = k.base + r.id
  where r.account_id is :account_id and r.type = c.resource_type
  group by c.id
)
select j.id as control_id, coalesce(n.failed, 0) as failed, coalesce(n.in_scope, 0) as in_scope, n.undecided,
  coalesce(:account_id, '') as account_mark,
  'cell ' || case when coalesce(n.in_scope, 0) = 0 then 'empty' when n.failed = 0 and n.undecided > 0 then 'open'
    when n.failed = 0 then 'clean' when n.failed * 3 <= n.in_scope then 'heat-1'
    when n.failed * 3 <= n.in_scope * 2 then 'heat-2' else 'heat-3' end as cell_class,
  iif(n.failed > 0, format('%.2f%%', 100.0 * n.failed / n.in_scope), null) as width,
  iif(n.in_scope > 0, 1, null) as some, iif(n.undecided > 0, n.undecided, null) as open_results,
  iif(n.in_scope > 0 and n.failed = 0 and n.undecided = 0, 1, null) as clean
from v_judged_control j
left join cell n on n.control_id = j.id
order by j.position;
