-- The same of fargauge's database, which holds more than the extract: also services that are not on Fargate.
select count(*), count(*) filter (where pass), count(*) filter (where not pass)
from (
  select platform_version in ('LATEST', '1.4.0') as pass
  from service
  where launch_type = 'FARGATE'
    or exists (select 1 from json_each(capacity_provider_strategy) as p
      where p.value ->> 'capacityProvider' in ('FARGATE', 'FARGATE_SPOT'))
  union all
  select compliance_status = 'PASSED' from finding where control_id = 'ECS.10'
);
