-- What puts each resource right, as commands (:method is cli) or as code (terraform): a heading at the first part of each
-- remedy, the remedy's text, and the columns that it names in braces. Only numbers are put in order; texts come as they
-- are needed. Grain: one row per resource × remedy × part. Order: reading order, then as the report has the remedies.
with chosen as materialized (
  select place, fix_control, variant, min(position) as position, result_id, group_concat(control_id, ', ') as controls
  from temp.failure_fix
  where remedy_control is not null
  group by place, fix_control, variant
  order by place, min(position), fix_control
)
select iif(r.position = (select min(position) from remedy f
                         where f.control_id = c.fix_control and f.variant = c.variant and f.method = :method
                           and f.lang = :lang),
    v.name || '  ' || coalesce(v.account_id, '—') || ' / ' || coalesce(v.region, '—') || ' / ' || v.cluster
      || '  ' || c.controls, null) as heading,
  r.text, v.account_id, v.region, v.cluster, v.cluster_ref, v.name, v.family, v.resource_arn, v.launch_type,
  v.platform_version, v.latest_version, v.task_definition, v.subject, v.actual, v.expected
from chosen c
cross join remedy r on r.control_id = c.fix_control and r.variant = c.variant and r.method = :method and r.lang = :lang
cross join v_remedy_variant v on v.result_id = c.result_id
order by c.place, c.position, c.fix_control, r.position;
