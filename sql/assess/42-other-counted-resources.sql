-- Resources that AWS Config names without an ARN (stored as TYPE/ID) count as the one of the same place that has
-- one; a cluster is told apart by its name, a task definition by FAMILY:REVISION. Services: the step before.
update resource_fact
set counted_id = c.counted_id
from (select r.id as resource_id, min(o.id) as counted_id
      from resource r
      join resource o on o.account_id = r.account_id and o.region = r.region
        and o.cluster is r.cluster and o.name = r.name and o.type = r.type
        and o.arn glob 'arn:*'
      where r.type in ('AWS::ECS::Cluster', 'AWS::ECS::TaskDefinition', 'AWS::ECS::TaskSet',
          'AWS::ECS::CapacityProvider')
        and r.arn not glob 'arn:*'
      group by r.id) c
where resource_fact.resource_id = c.resource_id;
