-- Where the evidence of one service's failures stands. Grain: one row per record. Order: the first control
-- that rests on it, then path and place.
with used as (
  select e.record_id, c.position,
    group_concat(c.id, ', ') over (partition by e.record_id order by c.position
      rows between unbounded preceding and unbounded following) as controls,
    row_number() over (partition by e.record_id order by c.position) as place
  from control c
  cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id
  cross join v_result_by_id e on e.id = k.base + :resource_id
  where e.status in ('FAILED', 'WAIVED')
)
select v.source as path, '#source-' || v.sha256 as href, v.record as pointer, v.byte_offset,
  v.byte_length, v.captured_at, m.text as captured_origin, u.controls
from used u
join v_record v on v.record_id = u.record_id
left join message m on m.lang = :lang and m.key = 'captured.' || v.captured_from
where u.place = 1
order by u.position, v.source, v.sha256, v.byte_offset;
