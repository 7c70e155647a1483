-- What puts failures right: a remedy and all that it mends, on the places of a page. Controls with the same remedy share
-- it, and one that covers another's failures on the same resource stands for it (v_remedy_cover); a failure without a
-- remedy stands under its control. Where the names of a resource belong, its remedy's text has them in <>.
-- Grain: one row per remedy × variant. Order: the gravest first, then what mends most, reading order, variant.
with mends as materialized (
  select fix_control, variant, control_id, min(position) as position, max(remedy_control is not null) as has_remedy,
    count(*) as results, max(gravity) as gravity
  from temp.failure_fix
  where place between :first_place and :last_place
  group by fix_control, variant, control_id
), fix as (
  select m.fix_control, m.variant, max(m.has_remedy) as has_remedy, sum(m.results) as results,
    (select count(distinct f.place) from temp.failure_fix f
     where f.place between :first_place and :last_place and f.fix_control = m.fix_control and f.variant = m.variant)
      as resources,
    max(m.gravity) as gravity, min(m.position) as position
  from mends m
  group by m.fix_control, m.variant
)
select f.fix_control, f.variant, f.has_remedy, f.results, f.resources, f.gravity, f.position,
  'fix-' || f.fix_control || iif(f.variant = 'default', '', '-' || f.variant) as anchor,
  '#fix-' || f.fix_control || iif(f.variant = 'default', '', '-' || f.variant) as href,
  coalesce(m.text, p.title, t.title, f.fix_control) as fix_title, p.text as fix_text, v.text as variant_label,
  (select group_concat(control_id, ', ')
   from (select control_id from mends d
         where d.fix_control = f.fix_control and d.variant = f.variant order by d.position)) as controls,
  coalesce(s.text, 'severity') as severity_label,
  'severity ' || case f.gravity when 1 then 'low' when 5 then 'medium' when 12 then 'high' else 'critical' end
    as severity_class,
  f.fix_control as remedy_control, '<ACCOUNT_ID>' as account_id, '<REGION>' as region, '<CLUSTER>' as cluster,
  '<CLUSTER>' as cluster_ref, '<NAME>' as name, '<FAMILY>' as family, '<ARN>' as resource_arn,
  '<LAUNCH_TYPE>' as launch_type, '<PLATFORM_VERSION>' as platform_version, 'LATEST' as latest_version,
  '<TASK_DEFINITION>' as task_definition, '<SUBJECT>' as subject, '<ACTUAL>' as actual, '<EXPECTED>' as expected
from fix f
left join message m on m.lang = :lang and m.key = 'fix.' || f.fix_control
left join control_text t on t.control_id = f.fix_control and t.lang = :lang
left join control_point p on p.control_id = f.fix_control and p.kind = 'countermeasure' and p.position = 1
  and p.lang = :lang
left join message v on v.lang = :lang and v.key = 'fix_variant.' || f.variant
left join message s on s.lang = :lang and s.key = 'severity.' || case f.gravity when 1 then 'LOW' when 5 then 'MEDIUM'
  when 12 then 'HIGH' else 'CRITICAL' end
order by f.gravity desc, f.results desc, f.position, f.variant;
