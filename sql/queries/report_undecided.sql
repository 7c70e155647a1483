-- What could not be judged, and why. Grain: one row per resource × sentence, with the controls that say it.
-- Order: account, region, cluster, name, ARN, first control, sentence.
with open as (
  select e.resource_id, e.control_id, c.position, e.reason,
    (select m.message from v_result_message m where m.result_id = e.id and m.lang = :lang) as message
  from control c
  cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id and k.insufficient_data > 0
  cross join v_result e on e.assessment_id = k.assessment_id and e.control_id = c.id
  where e.status = 'INSUFFICIENT_DATA'
), told as (
  select o.*,
    group_concat(control_id, ', ') over (partition by resource_id, message order by position
      rows between unbounded preceding and unbounded following) as controls,
    group_concat(control_id || ':insufficient', ' ') over (partition by resource_id, message order by position
      rows between unbounded preceding and unbounded following) as marks,
    row_number() over (partition by resource_id, message order by position) as place
  from open o
)
select coalesce(r.account_id, '—') as account, coalesce(r.region, '—') as region_name,
  coalesce(r.cluster, '—') as cluster_name, coalesce(r.account_id, '') as account_mark, r.name, t.message, t.controls,
  t.marks, t.reason, '#resource-' || x.place as href
from told t
join resource r on r.id = t.resource_id
join resource_fact x on x.resource_id = r.id and x.place between :first_place and :last_place
where t.place = 1
order by r.account_id, r.region, r.cluster, r.name, r.arn, t.position, t.message;
