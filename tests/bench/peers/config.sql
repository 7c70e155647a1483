-- Fargate services of an AWS Config snapshot.
insert into service
select c ->> 'ServiceArn', c ->> 'Cluster', c ->> 'LaunchType', c ->> 'PlatformVersion',
  (select group_concat(p.value ->> 'CapacityProvider', ' ') from json_each(c, '$.CapacityProviderStrategy') as p), status
from (
  select value -> 'configuration' as c, value ->> 'configurationItemStatus' as status
  from json_each(readfile('input.json'), '$.configurationItems')
  where value ->> 'resourceType' = 'AWS::ECS::Service'
)
where c ->> 'LaunchType' = 'FARGATE'
  or exists (select 1 from json_each(c, '$.CapacityProviderStrategy') as p
    where p.value ->> 'CapacityProvider' in ('FARGATE', 'FARGATE_SPOT'));
