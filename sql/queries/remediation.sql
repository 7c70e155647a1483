-- What puts each resource right, as commands (:method is cli) or as code (terraform): a heading at the first part of each
-- remedy, the remedy's text, and the columns that it names in braces. Grain: one row per resource × remedy × part. Order:
-- reading order, then as the report has the remedies, in which the rows come by themselves.
with chosen as (
  select f.place, f.fix_control, f.variant, f.position, f.result_id,
    (select group_concat(c.control_id, ', ')
     from temp.failure_fix c
     where c.place = f.place and c.fix_control = f.fix_control and c.variant = f.variant) as controls
  from temp.failure_fix f
  where f.remedy_control is not null
    and not exists (select 1 from temp.failure_fix b
                    where b.place = f.place and b.position < f.position and b.fix_control = f.fix_control
                      and b.variant = f.variant and b.remedy_control is not null)
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
