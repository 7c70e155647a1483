-- Where there is a gap of one kind, and the file that tells of it. Grain: one row per gap. Order: account, Region, type, resource,
-- what was found, file, place in it, number.
select 'source ' || s.sha256 as source_name,
  coalesce(g.resource, t.text, g.resource_type, g.account_id || ' ' || g.region, g.account_id, g.kind)
    || coalesce(' (' || g.detail || ')', '') as place,
  g.account_id, g.region, g.resource_type, r.pointer as record
from gap g
left join message t on t.lang = :lang
  and t.key = iif(g.resource_type glob 'AWS::*', 'resource_type.', 'evidence.') || g.resource_type
left join record r on r.id = g.record_id
left join source s on s.id = coalesce(r.source_id, g.source_id)
where g.assessment_id = cast(:assessment as integer) and g.kind = :gap_kind
order by g.account_id, g.region, g.resource_type, g.resource, g.detail, s.sha256, r.byte_offset, g.id;
