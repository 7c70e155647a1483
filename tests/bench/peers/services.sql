-- Fargate services of a describe-services answer.
insert into service
select s.value ->> 'serviceArn', s.value ->> 'clusterArn', s.value ->> 'launchType', s.value ->> 'platformVersion',
  (select group_concat(p.value ->> 'capacityProvider', ' ') from json_each(s.value, '$.capacityProviderStrategy') as p),
  s.value ->> 'status'
from json_each(readfile('input.json'), '$.services') as s
where s.value ->> 'launchType' = 'FARGATE'
  or exists (select 1 from json_each(s.value, '$.capacityProviderStrategy') as p
    where p.value ->> 'capacityProvider' in ('FARGATE', 'FARGATE_SPOT'));
