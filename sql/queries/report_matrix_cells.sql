-- One account's row of the matrix: failures among what is in scope. Grain: one row per computed control.
-- Order: reading order.
select c.id as control_id, coalesce(sum(e.status = 'FAILED'), 0) as failed,
  coalesce(sum(e.status <> 'NOT_APPLICABLE'), 0) as in_scope,
  case when sum(e.status = 'FAILED') > 0 then 'num failed' else 'num' end as cell_class
from v_judged_control c
cross join resource r
left join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id
left join v_result_by_id e on e.id = k.base + r.id
where r.account_id is :account_id and r.type = c.resource_type
group by c.id
order by c.position;
