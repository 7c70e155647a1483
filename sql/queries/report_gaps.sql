-- The gaps of one kind, the first 200, or fewer where a split report shows fewer. Grain: one row per gap. Order: account, Region, type, resource, number.
select coalesce(g.resource, t.text, g.resource_type) as gap_resource, g.account_id, g.region, g.detail, g.expected,
  v.source as path, (select '#source-' || l.sha256 from source l
   where l.sha256 = v.sha256 and (:last_path is null or (l.path, l.sha256) <= (:last_path, :last_hash))) as href, v.record as pointer
from gap g
left join message t on t.lang = :lang
  and t.key = iif(g.resource_type glob 'AWS::*', 'resource_type.', 'evidence.') || g.resource_type
left join v_record v on v.record_id = g.record_id
where g.assessment_id = :assessment_id and g.kind = :gap_kind
order by g.account_id, g.region, g.resource_type, g.resource, g.id
limit iif(:most + 0 >= 0, :most, 200);
