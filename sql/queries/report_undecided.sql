-- What could not be judged, and why. Grain: one row per resource × sentence, with the controls that say it.
-- Order: account, region, cluster, name, ARN, first control, sentence.
with open as (
  select e.resource_id, e.control_id, c.position, e.reason, e.record_id,
    (select m.message from v_result_message m where m.result_id = e.id and m.lang = :lang) as message
  from control c
  cross join v_result e on e.assessment_id = :assessment_id and e.control_id = c.id
  where e.status = 'INSUFFICIENT_DATA'
), told as (
  select o.*,
    group_concat(control_id, ', ') over (partition by resource_id, message order by position
      rows between unbounded preceding and unbounded following) as controls,
    row_number() over (partition by resource_id, message order by position) as place
  from open o
)
select coalesce(r.account_id, '—') as account, coalesce(r.region, '—') as region_name,
  coalesce(r.cluster, '—') as cluster_name, r.name, t.message, t.controls, t.reason,
  coalesce(l.text, t.reason) as reason_label, v.source as path, '#source-' || v.sha256 as href,
  v.record as pointer
from told t
join resource r on r.id = t.resource_id
left join v_record v on v.record_id = t.record_id
left join message l on l.lang = :lang and l.key = 'reason.' || t.reason
where t.place = 1
order by r.account_id, r.region, r.cluster, r.name, r.arn, t.position, t.message;
