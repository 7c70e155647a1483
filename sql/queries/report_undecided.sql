-- What could not be judged on the places of a page, and why. Grain: one row per resource × sentence, with the controls
-- that say it. Order: reading order, first control, sentence.
with open_control as materialized (
  select c.id as control_id, c.position, k.base
  from control c
  cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id and k.insufficient_data > 0
  order by c.position
), told as (
  select x.place, x.resource_id, o.control_id, o.position, q.reason,
    (select m.message from v_result_message m where m.result_id = e.id and m.lang = :lang) as message
  from resource_fact x not indexed -- its own order is the reading order
  cross join open_control o
  cross join result e on e.id = o.base + x.resource_id and e.waiver_id is null
  cross join assessment_reason q on q.id = e.reason_id and q.status = 'INSUFFICIENT_DATA'
  where x.place between :first_place and :last_place
), grouped as (
  -- of the bare columns beside min(), the row of the least position
  select place, resource_id, message, min(position) as position, reason, group_concat(control_id, ', ') as controls,
    group_concat(control_id || ':insufficient', ' ') as marks
  from told
  group by place, message
)
select coalesce(r.account_id, '—') as account, coalesce(r.region, '—') as region_name,
  coalesce(r.cluster, '—') as cluster_name, coalesce(r.account_id, '') as account_mark, r.name, t.message, t.controls,
  t.marks, t.reason, '#resource-' || t.place as href
from grouped t
cross join resource r on r.id = t.resource_id
order by t.place, t.position, t.message;
