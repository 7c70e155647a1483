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

-- What an earlier period's evidence held and that of an assessment's does not: places (an account's Region), else kinds of
-- export there. `name` says which, `told` also when it was captured last. One row per gap of that kind × language.
create view v_unseen as
select n.assessment_id, n.lang, n.gap_id, n.is_kind, n.account_id, n.region, n.name,
  n.name || coalesce(replace(m.text, '{newest}', replace(substr(n.newest_at, 1, 19), 'T', ' ') || ' UTC'), '') as told
from (select g.assessment_id, l.lang, g.id as gap_id, g.resource_type is not null as is_kind, g.account_id, g.region,
        coalesce(g.account_id, '-') || ' / ' || coalesce(g.region, '-')
          || coalesce(iif(l.lang = 'ja', '：', ': ') || k.text, '') as name, g.detail as newest_at
      from gap g
      cross join (select 'en' as lang union all select 'ja') l
      left join message k on k.lang = l.lang and k.key = 'evidence.' || case g.resource_type
        when 'AWS::ECS::Service' then 'service' when 'AWS::ECS::Cluster' then 'cluster'
        when 'AWS::ECS::TaskDefinition' then 'task_definition' when 'AWS::ECS::CapacityProvider' then 'capacity_provider'
        else g.resource_type end
      where g.kind = 'not_in_period') n
left join message m on m.lang = n.lang and m.key = 'gap.newest' and n.newest_at is not null;

-- Of what describe calls did not answer the newest refusal by the newest assessment's moment; of one time the file's hash decides.
-- One row per ARN; without one, per entry of a call's failures.
create view v_newest_failure as
select d.id as failure_id,
  max(coalesce(v.captured_at, '                        ') || v.sha256 || printf('%016d', 9007199254740991 - v.byte_offset)) as rank
from describe_failure d
join v_record v on v.record_id = d.record_id
join v_assessment a
where coalesce(v.captured_at, '') <= a.as_of
group by coalesce(d.arn, d.id);
