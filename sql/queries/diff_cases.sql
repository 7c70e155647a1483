-- The test cases of one control's suite in one file: what changed. `name` is unique in its class, as in junit_cases.sql. Grain: one row per
-- control × resource. Order: their place.
select replace(l.control_id, '.', '_') || '.' || ifnull(r.account_id, '-') || '.'
    || ifnull(replace(r.region, '.', '_'), '-') || '.' || ifnull(replace(r.cluster, '.', '_'), '-') as classname,
  r.name || case
    when r.name glob '*[^A-Za-z0-9_.:/-]*' or r.region glob '*[^A-Za-z0-9-]*' or r.cluster glob '*[^A-Za-z0-9_-]*'
      or r.region = '-' or r.cluster = '-' then ' (' || ifnull(x.place, l.number) || ')'
    when x.twin > 1 then ' (' || x.twin || ')'
    else '' end as name,
  l.outcome = 'failure' as failed, l.outcome = 'error' as errored, l.outcome = 'skipped' as skipped, l.class,
  w.text as class_label, t.text as told, coalesce(a.status_label, '—') as from_label, coalesce(b.status_label, '—') as to_label,
  coalesce(u.text, '—') as cause_label, r.arn as resource_arn, coalesce((select m.message from v_result_message m
    where m.result_id = coalesce(l.to_result, l.from_result) and m.lang = :lang), r.name) as message,
  coalesce(s.path, '—') as source, coalesce(e.pointer, '') as record
from temp.difference_case k
cross join temp.difference l on l.number = k.number
join resource r on r.id = l.resource_id
left join resource_fact x on x.resource_id = l.resource_id
join message w on w.lang = :lang and w.key = 'diff.class.' || l.class
join message t on t.lang = :lang and t.key = 'diff.told.' || l.class
left join v_status_text a on a.status = l.from_status and a.lang = :lang
left join v_status_text b on b.status = l.to_status and b.lang = :lang
left join message u on u.lang = :lang and u.key = 'diff.cause.' || l.cause
left join result q on q.id = coalesce(l.to_result, l.from_result)
left join record e on e.id = q.record_id
left join source s on s.id = e.source_id
where k.place between :first_place and :last_place
order by k.place;
