-- One account's row of the heat map: failures among what is in scope. The share of failures is a colour, the length of a
-- bar and a number; `state` says in words what the colour means. Grain: one row per computed control. Order: reading order.
with judged as materialized (
  select c.id as control_id, c.position, c.resource_type, k.base
  from v_judged_control c
  join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id
  order by c.position
), cell as (
  select c.control_id, sum(e.waiver_id is null and q.status = 'FAILED') as failed,
    sum(e.waiver_id is null and q.status = 'INSUFFICIENT_DATA') as undecided,
    sum(e.waiver_id is not null or q.status <> 'NOT_APPLICABLE') as in_scope
  from judged c
  cross join resource r on r.account_id is :account_id and r.type = c.resource_type
  cross join result e on e.id = c.base + r.id
  cross join assessment_reason q on q.id = e.reason_id
  group by c.position
)
select j.id as control_id, coalesce(n.failed, 0) as failed, coalesce(n.in_scope, 0) as in_scope, coalesce(n.undecided, 0) as undecided,
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
