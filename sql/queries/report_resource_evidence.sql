-- Where the evidence of one resource's results stands. Grain: one row per record. Order: the first control that rests on
-- it, then path and place. `controls` says which results rest on it, where not all do.
with used as (
  select e.record_id, c.position,
    group_concat(c.id, ', ') over (partition by e.record_id order by c.position
      rows between unbounded preceding and unbounded following) as controls,
    row_number() over (partition by e.record_id order by c.position) as place
  from control c
  cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id and k.total > 0
  cross join v_result_by_id e on e.id = k.base + :resource_id
)
select v.source as path, '#source-' || v.sha256 as href, v.record as pointer, v.byte_offset,
  v.byte_length, v.captured_at, m.text as captured_origin,
  iif((select count(*) from used o where o.place = 1) > 1, u.controls, null) as controls
from used u
join v_record v on v.record_id = u.record_id
left join message m on m.lang = :lang and m.key = 'captured.' || v.captured_from
where u.place = 1
order by u.position, v.source, v.sha256, v.byte_offset;
