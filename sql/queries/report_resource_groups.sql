-- Where the resources of a page are. Grain: one row per account × Region × cluster with the range of its places. Order:
-- reading order, in which they come by themselves.
select r.account_id, r.region, r.cluster, coalesce(r.account_id, '—') as account, coalesce(r.region, '—') as region_name,
  coalesce(r.cluster, '—') as cluster_name, count(*) as group_resources, min(x.place) as first_of_group,
  max(x.place) as last_of_group
from resource r
cross join resource_fact x on x.resource_id = r.id and x.place between :first_place and :last_place
where (:account is null or r.account_id is nullif(:account, ''))
  and exists (select 1 from assessment_control k cross join result e on e.id = k.base + r.id
              where k.assessment_id = :assessment_id)
group by r.account_id, r.region, r.cluster
order by r.account_id, r.region, r.cluster;
