-- The ways to put one resource's failures right, each once: controls with the same remedy share it, and a
-- remedy that covers another control's failures stands for it (v_remedy_cover). With the columns that
-- remedies name in braces, as the first of the controls has them. Grain: one row per remedy. Order:
-- the first control it serves.
with chosen as materialized (
  -- of the bare columns beside min(), the row of the least position
  select remedy_control, variant, group_concat(control_id, ', ') as controls, min(position) as position, result_id
  from temp.failure_fix
  where place = :place and remedy_control is not null
  group by remedy_control, variant
)
select c.remedy_control, c.variant,
  '#fix-' || c.remedy_control || iif(c.variant = 'default', '', '-' || c.variant) as fix_href, c.controls,
  v.account_id, v.region, v.cluster, v.cluster_ref, v.name, v.family, v.resource_arn, v.launch_type, v.platform_version,
  v.latest_version, v.task_definition, v.subject, v.actual, v.expected
from chosen c
cross join v_remedy_variant v on v.result_id = c.result_id
order by c.position, c.remedy_control;
