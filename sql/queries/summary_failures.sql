-- What failed, for summary.md: the first 200, the gravest first. Texts of data are cut at 80 characters.
-- Grain: one row per control × resource. Order: severity, reading order of the controls, then account, region, cluster,
-- name, ARN.
with grave (control_id, rank) as (
  select id, case severity when 'CRITICAL' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 else 4 end from control
), first as materialized (
  select v.control_id, v.severity, v.account_id, v.region, v.cluster, v.resource_name, v.reason, v.position, v.place,
    g.rank
  from v_placed_result v
  join grave g on g.control_id = v.control_id
  where v.assessment_id = cast(:assessment as integer) and v.status = 'FAILED'
  order by g.rank, v.position, v.place
  limit 200
)
select f.control_id, coalesce(s.text, f.severity) as severity_label, f.account_id,
  substr(f.region, 1, 80) || iif(length(f.region) > 80, '…', '') as region,
  substr(f.cluster, 1, 80) || iif(length(f.cluster) > 80, '…', '') as cluster,
  substr(f.resource_name, 1, 80) || iif(length(f.resource_name) > 80, '…', '') as name,
  substr(coalesce(l.text, f.reason), 1, 200) as reason_label
from first f
left join message s on s.lang = :lang and s.key = 'severity.' || f.severity
left join message l on l.lang = :lang and l.key = 'reason.' || f.reason
order by f.rank, f.position, f.place;
