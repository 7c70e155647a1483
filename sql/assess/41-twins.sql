-- Resources of one name in one place (few have any): their order (type, ARN), so that it does not depend on the order of
-- import, their numbers, and which of them are one thing seen under two identifiers.
--
-- A service may be seen under a short and a long ARN: which of them counts is told by its views (the step after
-- next); until then all count as the first. Clusters and the like that AWS Config names without an ARN (stored as
-- TYPE/ID) count as the one of that place that has one; a task definition's name is FAMILY:REVISION.
update resource_fact
set resource_id = t.id, twin = t.twin, counted_id = t.counted_id
from (with shared as materialized (
        select account_id, region, cluster, name
        from resource
        group by account_id, region, cluster, name
        having count(*) > 1
      )
      select r.id,
        -- they stand side by side
        min(k.place) over (partition by r.account_id, r.region, r.cluster, r.name)
          + row_number() over (partition by r.account_id, r.region, r.cluster, r.name order by r.type, r.arn) - 1 as place,
        row_number() over (partition by r.account_id, r.region, r.cluster, r.name, r.type order by r.arn) as twin,
        case when r.type = 'AWS::ECS::Service' then
               first_value(r.id) over (partition by r.account_id, r.region, r.cluster, r.name, r.type, r.partition
                 order by r.arn)
             when r.type glob 'AWS::ECS::*' and r.arn not glob 'arn:*' then
               coalesce((select o.id from resource o
                         where o.account_id = r.account_id and o.region = r.region and o.cluster is r.cluster
                           and o.name = r.name and o.type = r.type and o.arn glob 'arn:*'
                         order by o.arn limit 1), r.id)
             else r.id end as counted_id
      from shared s
      join resource r on r.account_id is s.account_id and r.region is s.region and r.cluster is s.cluster
        and r.name = s.name
      join resource_fact k on k.resource_id = r.id) t
where resource_fact.place = t.place;
