-- What one remedy mends, and in short words why; a reason without them is told by its sentence. Grain: one row per resource. Order: reading order, in which the rows come by themselves.
select f.place, '#resource-' || f.place as href, r.name, r.arn, coalesce(r.account_id, '—') as account,
  coalesce(r.region, '—') as region_name, coalesce(r.cluster, '—') as cluster_name,
  coalesce(r.account_id, '') as account_mark,
  group_concat(f.control_id || ':failed', ' ') as marks,
  group_concat(f.control_id || ' ' || coalesce(l.text,
    (select m.message from v_result_message m where m.result_id = f.result_id and m.lang = :lang), f.reason), ' · ')
    as failures,
  min(f.since_at) as since_at
from temp.failure_fix f
cross join resource r on r.id = f.resource_id
left join message l on l.lang = :lang and l.key = 'reason.' || f.reason
where f.place between :first_place and :last_place and f.fix_control = :fix_control and f.variant = :variant
group by f.place
order by f.place;
