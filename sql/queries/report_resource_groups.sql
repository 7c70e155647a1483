-- Where the resources of a page are. Grain: one row per account × Region × cluster with the range of its places. Order:
-- reading order.
select r.account_id, r.region, r.cluster, coalesce(r.account_id, '—') as account, coalesce(r.region, '—') as region_name,
  coalesce(r.cluster, '—') as cluster_name, count(*) as group_resources, min(x.place) as first_of_group,
  max(x.place) as last_of_group
from resource_fact x not indexed
cross join resource r on r.id = x.resource_id
where x.place between :first_place and :last_place
  and exists (select 1 from assessment_control k cross join result e on e.id = k.base + x.resource_id
              where k.assessment_id = :assessment_id)
group by r.account_id, r.region, r.cluster
order by r.account_id, r.region, r.cluster;
