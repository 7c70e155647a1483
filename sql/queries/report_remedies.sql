-- The ways to put one service's failures right, each once: controls with the same remedy share it, and a
-- remedy that covers another control's failures stands for it (v_remedy_cover). With the columns that
-- remedies name in braces, as the first of the controls has them. Grain: one row per remedy. Order:
-- the first control it serves.
with failed as (
  select v.control_id, v.variant, c.position, :fix_map ->> ('$."' || c.id || ' ' || v.variant || '"') as shown_as, v.account_id, v.region, v.cluster,
    v.cluster_ref, v.name, v.family, v.resource_arn, v.launch_type, v.platform_version, v.latest_version,
    v.task_definition, v.subject, v.actual, v.expected
  from control c
  cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id and k.failed > 0
  cross join v_result_by_id e on e.id = k.base + :resource_id
  cross join v_remedy_variant v on v.result_id = e.id
  where e.status = 'FAILED' and :fix_map ->> ('$."' || c.id || ' ' || v.variant || '"') is not null
), chosen as (
  select f.*,
    coalesce((select o.covered_by from v_remedy_cover o
              where o.control_id = f.control_id
                and exists (select 1 from failed x where x.shown_as = o.covered_by)), f.shown_as)
      as remedy_control
  from failed f
), placed as (
  select c.*,
    group_concat(control_id, ', ') over (partition by remedy_control, variant order by position
      rows between unbounded preceding and unbounded following) as controls,
    row_number() over (partition by remedy_control, variant order by position) as place
  from chosen c
)
select remedy_control, variant, '#fix-' || remedy_control || iif(variant = 'default', '', '-' || variant) as fix_href, controls, account_id, region, cluster, cluster_ref, name, family,
  resource_arn, launch_type, platform_version, latest_version, task_definition, subject, actual, expected
from placed
where place = 1
order by position, remedy_control;
