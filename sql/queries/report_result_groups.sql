-- Where results are. Grain: one row per account × region × cluster. Order: account, region, cluster.
select r.account_id, r.region, r.cluster, coalesce(r.account_id, '—') as account,
  coalesce(r.region, '—') as region_name, coalesce(r.cluster, '—') as cluster_name,
  count(distinct e.resource_id) as group_services
from v_result e
join resource r on r.id = e.resource_id
where e.assessment_id = :assessment_id
group by r.account_id, r.region, r.cluster
order by r.account_id, r.region, r.cluster;
