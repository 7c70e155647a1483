-- The results behind one cause, each with the newest verdict of Security Hub even where it does not count.
-- Grain: one row per control × resource. Order: control, account, region, cluster, name, ARN.
select e.control_id, coalesce(r.account_id, '—') as account, coalesce(r.region, '—') as region_name,
  coalesce(r.cluster, '—') as cluster_name, r.name, t.chip_class, t.status_icon, t.status_label,
  coalesce(l.text, e.reason) as reason_label,
  e.security_hub_status, e.security_hub_at, e.config_rule_status, e.config_rule_at,
  case when e.security_hub_status is null then h.given_status end as kept_out_status,
  case when e.security_hub_status is null then h.given_at end as kept_out_at,
  case when e.security_hub_status is null then n.text end as kept_out_label
from result e
join control c on c.id = e.control_id and c.issuer = 'aws'
join resource r on r.id = e.resource_id
join v_status_text t on t.status = e.status and t.lang = :lang
left join message l on l.lang = :lang and l.key = 'reason.' || e.reason
left join v_security_hub_verdict h on h.control_id = e.control_id and h.resource_id = e.resource_id
left join message n on n.lang = :lang and n.key = 'kept_out.' || h.kept_out
where e.assessment_id = :assessment_id and e.agreement = :agreement
  and coalesce(e.agreement_cause, h.kept_out) = :agreement_cause and :listed
order by c.position, r.account_id, r.region, r.cluster, r.name, r.arn;
