-- The rows of diff.csv: everything that is in either of the two, what did not change too. Grain: one row per control ×
-- resource. Order: their number, in which they come by themselves.
select d.class, d.cause, d.control_id, c.severity, r.account_id, r.region, r.cluster, r.type as resource_type,
  r.name as resource_name, r.arn as resource_arn, d.from_status, d.to_status, d.new_failure, d.failing, d.to_presence as presence,
  q.reason as from_reason, w.reason as to_reason, a.platform_version as from_platform_version,
  b.platform_version as to_platform_version, a.actual as from_actual, b.actual as to_actual, b.expected,
  (select s.path from record e join source s on s.id = e.source_id where e.id = b.record_id) as source,
  (select e.pointer from record e where e.id = b.record_id) as record
from temp.difference d
join resource r on r.id = d.resource_id
left join control c on c.id = d.control_id
left join result a on a.id = d.from_result
left join assessment_reason q on q.id = a.reason_id
left join result b on b.id = d.to_result
left join assessment_reason w on w.id = b.reason_id
order by d.number;
