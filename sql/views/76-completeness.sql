-- How far the evidence of the newest assessment reaches.

-- One row per account × Region × kind of evidence: how many resources it tells of by then, and its oldest and newest
-- capture. A service under a short and a long ARN is one resource. `kind` is a key of the messages evidence.KIND.
create view v_coverage as
with told (kind, resource_id, record_id) as (
  select 'service', resource_id, record_id from service
  union all select 'task_definition', resource_id, record_id from task_definition
  union all select 'cluster', resource_id, record_id from cluster
  union all select 'task', resource_id, record_id from task
  union all select 'task_set', resource_id, record_id from task_set
  union all select 'capacity_provider', resource_id, record_id from capacity_provider
  union all select 'listing', resource_id, record_id from listing
  union all select 'finding', o.resource_id, f.record_id
    from finding_resource o join finding f on f.id = o.finding_id where f.issuer = 'aws/securityhub'
  union all select 'config_evaluation', resource_id, record_id from config_evaluation
)
select r.account_id, r.region, t.kind, count(distinct coalesce(k.counted_id, t.resource_id)) as resources,
  min(v.captured_at) as oldest_at, max(v.captured_at) as newest_at
from told t
join resource r on r.id = t.resource_id
join v_record v on v.record_id = t.record_id
left join resource_fact k on k.resource_id = t.resource_id
join v_assessment a
where coalesce(v.captured_at, '') <= a.as_of
group by r.account_id, r.region, t.kind;
