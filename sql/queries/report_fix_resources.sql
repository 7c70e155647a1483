-- What one remedy mends, and in short words why; a reason without them is told by its sentence. Grain: one row per resource. Order: reading order, in which the rows come by themselves.
with member as materialized (
  select c.id as control_id, c.position, k.base,
    :fix_map ->> ('$."' || c.id || ' ' || :variant || '"') as remedy_control,
    (select o.covered_by from v_remedy_cover o where o.control_id = c.id) as covered_by
  from control c
  cross join assessment_control k on k.assessment_id = :assessment_id and k.control_id = c.id and k.failed > 0
  where :fix_control in (c.id, :fix_map ->> ('$."' || c.id || ' ' || :variant || '"'),
    (select o.covered_by from v_remedy_cover o where o.control_id = c.id))
  order by c.position
), hit as (
  select x.place, x.resource_id, m.control_id, m.position, e.id as result_id, e.reason
  from resource_fact x not indexed -- its own order is the reading order
  cross join member m
  cross join v_result_by_id e on e.id = m.base + x.resource_id
  where x.place between :first_place and :last_place and e.status = 'FAILED'
    and case
      -- a failure that another remedy of this resource covers stands there, and only there
      when m.covered_by is not null
        and exists (select 1 from assessment_control k cross join v_result_by_id o on o.id = k.base + x.resource_id
                    where k.assessment_id = :assessment_id and o.status = 'FAILED'
                      and :fix_map ->> ('$."' || k.control_id || ' ' || :variant || '"') = m.covered_by)
      then m.covered_by
      else coalesce(m.remedy_control, m.control_id) end = :fix_control
    and (select v.variant from v_remedy_variant v where v.result_id = e.id) = :variant
)
select h.place, '#resource-' || h.place as href, r.name, r.arn, coalesce(r.account_id, '—') as account,
  coalesce(r.region, '—') as region_name, coalesce(r.cluster, '—') as cluster_name,
  coalesce(r.account_id, '') as account_mark,
  group_concat(h.control_id || ':failed', ' ') as marks,
  group_concat(h.control_id || ' ' || coalesce(l.text,
    (select m.message from v_result_message m where m.result_id = h.result_id and m.lang = :lang), h.reason), ' · ') as failures,
  min((select s.since_at from v_result_since s where s.result_id = h.result_id)) as since_at
from hit h
cross join resource r on r.id = h.resource_id
left join message l on l.lang = :lang and l.key = 'reason.' || h.reason
group by h.place
order by h.place;
