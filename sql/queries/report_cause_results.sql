-- The results behind one cause, each with the newest verdict of Security Hub even where it does not count, and the
-- sentence that says why. An assessment that an older fargauge made has no sentences.
-- Grain: one row per control × resource. Order: control, account, region, cluster, name, ARN.
with told (result_id) as materialized (
  select k.result_id
  from result_cause k
  where :listed and k.assessment_id = :assessment_id and k.cause = :agreement_cause
  union all
  select e.id
  from v_result e
  where :listed and not exists (select 1 from result_cause k where k.assessment_id = :assessment_id)
    and e.assessment_id = :assessment_id and e.agreement_cause = :agreement_cause
)
select e.control_id, coalesce(r.account_id, '—') as account, coalesce(r.region, '—') as region_name,
  coalesce(r.cluster, '—') as cluster_name, r.name,
  (select coalesce((select 'report/' || p.file from temp.report_page p where p.first_place <= x.place
                    order by p.first_place desc limit 1), '') || '#resource-' || x.place
   from resource_fact x where x.resource_id = e.resource_id) as href, t.chip_class, t.status_icon, t.status_label,
  coalesce(l.text, e.reason) as reason_label,
  e.security_hub_status, e.security_hub_at, e.config_rule_status, e.config_rule_at,
  case when n.text is not null then k.aws_value end as kept_out_status,
  case when n.text is not null then k.aws_at end as kept_out_at,
  n.text as kept_out_label,
  (select s.told from v_result_cause s
   where s.assessment_id = e.assessment_id and s.result_id = e.id and s.lang = :lang) as told,
  k.annotation, iif(k.result_id is null, null, 'has-told') as told_class
from told d
cross join v_result_by_id e on e.id = d.result_id and e.agreement = :agreement
join control c on c.id = e.control_id and c.issuer = 'aws'
join resource r on r.id = e.resource_id
join v_status_text t on t.status = e.status and t.lang = :lang
left join message l on l.lang = :lang and l.key = 'reason.' || e.reason
left join result_cause k on k.assessment_id = e.assessment_id and k.result_id = e.id
left join message n on n.lang = :lang and e.security_hub_status is null
  and n.key = case when k.cause in ('archived', 'archived_not_available') then 'kept_out.archived'
                   when k.cause = 'suppressed' then 'kept_out.suppressed' end
order by c.position, r.account_id, r.region, r.cluster, r.name, r.arn
limit :most_inside;
