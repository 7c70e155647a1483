-- Services that the newest export of their cluster no longer holds. Grain: one row per service. Order:
-- account, region, cluster, name, ARN.
select r.name, coalesce(r.account_id, '—') as account, coalesce(r.region, '—') as region_name,
  coalesce(r.cluster, '—') as cluster_name, m.captured_at, m.newest_at
from v_missing_service m
join resource r on r.id = m.resource_id
order by r.account_id, r.region, r.cluster, r.name, r.arn
limit :most;
