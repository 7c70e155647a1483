-- Services as the newest assessment sees them. The facts behind them: sql/assess/31, 45 and 48.

-- One row per deployment and task set of any described service, with its own launch kind: `fargate`
-- is 1, 0, or null where it does not tell.
create view v_deployment as
select d.*,
  case
    when d.launch_type = 'FARGATE' then 1
    when d.launch_type in ('EC2', 'EXTERNAL', 'MANAGED_INSTANCES') then 0
    when trim(d.launch_type) <> '' then null
    when d.capacity_provider_strategy <> '[]' then
      exists (select 1 from json_each(d.capacity_provider_strategy) p
              where p.value ->> 'capacityProvider' in ('FARGATE', 'FARGATE_SPOT'))
    when d.platform_version is not null then 1
  end as fargate
from deployment d;

-- One row per task set that was described on its own, with `fargate` as above.
create view v_task_set as
select s.*,
  case
    when s.launch_type = 'FARGATE' then 1
    when s.launch_type in ('EC2', 'EXTERNAL', 'MANAGED_INSTANCES') then 0
    when trim(s.launch_type) <> '' then null
    when s.capacity_provider_strategy <> '[]' then
      exists (select 1 from json_each(s.capacity_provider_strategy) p
              where p.value ->> 'capacityProvider' in ('FARGATE', 'FARGATE_SPOT'))
    when s.platform_version is not null then 1
  end as fargate
from task_set s;

-- One row per described task, with `fargate` as above.
create view v_task as
select t.*,
  case
    when t.launch_type = 'FARGATE' or t.capacity_provider in ('FARGATE', 'FARGATE_SPOT') then 1
    when t.launch_type in ('EC2', 'EXTERNAL', 'MANAGED_INSTANCES') then 0
    when trim(t.launch_type) <> '' then null
    when t.capacity_provider is not null then 0
    when t.platform_version is not null then 1
  end as fargate
from task t;

-- One row per assessed service: what the record that counts says, and what was found out about it.
create view v_assessed_service as
select f.assessment_id, f.resource_id, f.service_id, x.described_id, f.record_id,
  f.described_record_id, s.origin, s.deleted, s.status, s.launch_type, s.capacity_provider_strategy,
  s.platform_version, s.platform_family, s.scheduling_strategy, s.deployment_controller,
  s.assign_public_ip, s.task_definition, s.desired_count, s.running_count, s.pending_count,
  s.created_at, f.launch_type as shown_launch_type, f.fargate, f.gate, f.runs_on, f.family,
  f.family_text, f.has_deployments, f.changed_at
from service_fact f
join service s on s.id = f.service_id
join assessment_service x on x.assessment_id = f.assessment_id and x.service_id = f.service_id;

-- Every version asked for or running, with where it stands. One row per assessed service × kind × position.
create view v_version_fact as
select f.service_id, f.kind, f.position, f.subject, n.version, n.family, f.family_text, n.latest, n.retired_on,
  n.in_catalogue, n.standing, f.running_count, f.record_id
from version_fact f
join version_standing n on n.id = f.standing_id;

-- One row per assessed service × version that was asked for.
create view v_asked_version as
select service_id, position, subject, version, family, family_text, latest, retired_on, standing
from v_version_fact
where kind = 'asked';

-- One row per assessed service × witness of what runs: tasks of one version, a task set, a deployment.
create view v_running_version as
select service_id, position, subject, version, family, family_text, latest, retired_on, standing,
  running_count, record_id
from v_version_fact
where kind = 'running';
