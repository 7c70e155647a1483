-- The rows of history.csv: what became of each control's result on each resource over all moments judged (v_history); none
-- where there is but one. Grain: one row per control × resource. Order: reading order of the controls, then account, Region,
-- cluster, name, ARN.
select h.control_id, c.severity, r.account_id, r.region, r.cluster, r.type as resource_type, r.name as resource_name,
  r.arn as resource_arn, h.status, h.presence, h.first_seen_at as first_seen, h.last_seen_at as last_seen,
  h.absent_since_at as absent_since, h.first_failed_at as first_failed, h.failing_since_at as failing_since,
  h.open_since_at as open_since, h.days_open, h.reopened, h.changed_at as status_changed,
  h.evidence_changed_at as evidence_changed, h.moments as assessments
from temp.history h
join resource r on r.id = h.resource_id
left join control c on c.id = h.control_id
order by c.position, r.account_id, r.region, r.cluster, r.name, r.arn;
