-- ORG.1: services should run at least two tasks. One row per assessed service.
create view control_ORG_1 as
select f.assessment_id, f.resource_id, f.record_id,
  case when f.gate = 'inactive' then f.gate
       when s.desired_count is null then 'desired_count_unknown'
       when s.desired_count < 2 then 'single_task'
       else 'several_tasks' end as reason,
  f.launch_type, f.family_text as platform_family, null as platform_version, null as latest_version,
  null as subject, s.desired_count || '' as actual, '2' as expected, f.changed_at
from service_fact f
join service s on s.id = f.service_id;
