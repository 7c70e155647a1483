-- The resources of an observation, each with its sentence and the place of its evidence. Grain: one row per result. Order:
-- account, Region, cluster, name, ARN.
select 'resource ' || r.arn as item, r.name, m.message, d.pointer as record,
  'source ' || s.sha256 as source_name, coalesce(f.path, s.path) as source, s.id is not null as has_source, s.sha256,
  coalesce(d.captured_at, f.captured_at, s.captured_at) as captured_at, w.waiver_id
from resource_fact x not indexed -- its own order is the reading order
cross join assessment_control k on k.assessment_id = (select assessment_id from v_assessment_id) and k.control_id = :control_id
cross join result e on e.id = k.base + x.resource_id and e.reason_id = :reason_id
  and (e.waiver_id is not null) = :is_waived
join resource r on r.id = x.resource_id
join v_result_message m on m.result_id = e.id and m.lang = :lang
left join record d on d.id = e.record_id
left join source s on s.id = d.source_id
left join source_fact f on f.source_id = d.source_id
left join waiver w on w.id = e.waiver_id
order by x.place;
