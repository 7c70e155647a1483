-- ECS.12: ECS clusters should use Container Insights.
-- One row per cluster. Passes where the setting is enabled or enhanced. describe-clusters gives settings only when asked
-- (--include SETTINGS): without them evidence is missing.
-- Source: AWS Security Hub "ECS.12"; AWS Config rule ecs-container-insights-enabled.
create view control_ECS_12 as
select (select assessment_id from v_assessment_id) as assessment_id, v.resource_id, v.record_id,
  case when v.gate is not null then v.gate
       when not c.settings_known then 'settings_unknown'
       when c.container_insights in ('enabled', 'enhanced') then 'container_insights_on'
       else 'container_insights_off' end as reason,
  null as launch_type, null as platform_family, null as platform_version, null as latest_version,
  null as subject,
  iif(v.gate is null, c.container_insights, null) as actual,
  iif(v.gate is null, 'enabled', null) as expected,
  v.changed_at
from view_fact v
cross join cluster c on c.id = v.view_id
where v.kind = 'cluster';
