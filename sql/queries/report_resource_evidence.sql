-- Where the evidence of one resource's results stands. Grain: one row per record. Order: the first control that rests on
-- it, then path and place. `controls` says which results rest on it, where not all do.
with used as (
  select :one_record_id as record_id, 0 as position, null as controls
  where :one_record_id is not null
  union all
  select e.record_id, min(o.id), group_concat(q.control_id, ', ')
  from json_each(iif(:one_record_id is null, :all_ids, '[]')) o
  cross join result e on e.id = o.value
  cross join assessment_reason q on q.id = e.reason_id
  where e.record_id is not null
  group by e.record_id
)
select coalesce(f.path, s.path) as path,
  iif(:last_path is null or (s.path, s.sha256) <= (:last_path, :last_hash), :index_file || '#source-' || s.sha256, null) as href,
  d.pointer, d.byte_offset, d.byte_length, coalesce(d.captured_at, f.captured_at, s.captured_at) as captured_at,
  m.text as captured_origin, u.controls
from used u
cross join record d on d.id = u.record_id
cross join source s on s.id = d.source_id
left join source_fact f on f.source_id = s.id
left join message m on m.lang = :lang
  and m.key = 'captured.' || iif(d.captured_at is not null, 'record', coalesce(f.captured_from, s.captured_from))
order by u.position, coalesce(f.path, s.path), s.sha256, d.byte_offset;
