-- ECS.2: ECS services should not have public IP addresses assigned to them automatically.
-- One row per assessed service. What the counted view does not state, its deployments and task sets in use do, then
-- other views of the service; the worst wins. Only the awsvpc network mode has the setting, and Fargate knows no
-- other: on EC2 and elsewhere a service without it assigns no address.
-- Source: AWS Security Hub "ECS.2"; AWS Config rule ecs-service-assign-public-ip-disabled.
create view control_ECS_2 as
with judged as (
  select f.resource_id, f.record_id, f.launch_type, f.family_text, f.fargate, f.changed_at,
    iif(f.gate = 'inactive', f.gate, null) as gate,
    coalesce(s.assign_public_ip,
      (select max(d.assign_public_ip) from deployment d
       where d.service_id = f.service_id and d.status in ('PRIMARY', 'ACTIVE')),
      (select max(coalesce(o.assign_public_ip,
         (select max(d.assign_public_ip) from deployment d
          where d.service_id = o.id and d.status in ('PRIMARY', 'ACTIVE'))))
       from resource_fact k
       cross join service o on o.resource_id = k.resource_id
       where k.counted_id = f.resource_id and o.id <> f.service_id)) as assigned
  from service_fact f
  cross join service s on s.id = f.service_id
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select (select assessment_id from v_assessment_id) as assessment_id, j.resource_id, j.record_id,
  case when j.gate is not null then j.gate
       when j.assigned = 'ENABLED' then 'public_ip'
       when j.assigned is not null or j.fargate = 0 then 'no_public_ip'
       else 'no_network_configuration' end as reason,
  j.launch_type, j.family_text as platform_family, null as platform_version, null as latest_version,
  null as subject,
  iif(j.gate is null, j.assigned, null) as actual,
  iif(j.gate is null, 'DISABLED', null) as expected,
  j.changed_at
from judged j;
