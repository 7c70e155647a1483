-- The gaps of one kind, the first 200. Grain: one row per gap. Order: account, Region, type, resource, number.
select coalesce(g.resource, t.text, g.resource_type) as gap_resource, g.account_id, g.region, g.detail, g.expected,
  v.source as path, '#source-' || v.sha256 as href, v.record as pointer
from gap g
left join message t on t.lang = :lang and t.key = 'resource_type.' || g.resource_type
left join v_record v on v.record_id = g.record_id
where g.assessment_id = :assessment_id and g.kind = :gap_kind
order by g.account_id, g.region, g.resource_type, g.resource, g.id
limit 200;
