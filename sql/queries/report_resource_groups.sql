-- Where the resources of a page are. Grain: one row per account × Region × cluster with the range of its places. Order:
-- reading order, in which they come by themselves.
with judged as (
  select x.place, r.account_id, r.region, r.cluster
  from resource_fact x not indexed -- its own order is the reading order
  cross join resource r on r.id = x.resource_id
  where x.place between :first_place and :last_place
    and exists (select 1 from assessment_control k cross join result e on e.id = k.base + r.id
                where k.assessment_id = :assessment_id)
)
select account_id, region, cluster, coalesce(account_id, '—') as account, coalesce(region, '—') as region_name,
  coalesce(cluster, '—') as cluster_name, count(*) as group_resources, min(place) as first_of_group,
  max(place) as last_of_group
from judged
group by account_id, region, cluster
order by account_id, region, cluster;
