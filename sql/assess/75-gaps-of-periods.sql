-- Gaps in the evidence: places (an account's Region), and kinds of export there, that an earlier period's evidence held and
-- this one's does not. Results stay: they rest on those older exports, however long ago that was.
-- Statements of AWS's exports alone are compared; nothing here changes a result. One row per place of which nothing was
-- handed over, else per kind of export; none where no moment was judged before. `detail` is the newest capture, `expected` the
-- moment behind which the period begins.
--
-- Of what is inactive or deleted nothing more is asked. Tasks and task sets come and go, and an export without any leaves no
-- record behind.
insert into gap (assessment_id, kind, account_id, region, resource_type, resource, source_id, record_id, detail, expected)
with moment as materialized (
  select assessment_id as id, as_of, from_as_of from v_moment where assessment_id = :assessment and from_as_of is not null
), held as materialized (
  select h.source_id from moment m cross join v_moment_source h where h.assessment_id = m.id
), inactive as materialized (
  select resource_id from service_fact where gate = 'inactive'
  union
  select resource_id from view_fact where gate = 'inactive'
), told (kind, resource_id, record_id) as (
  select 'AWS::ECS::Service', resource_id, record_id from service
  union all
  select 'AWS::ECS::TaskDefinition', resource_id, record_id from task_definition
  union all
  select 'AWS::ECS::Cluster', resource_id, record_id from cluster
  union all
  select 'AWS::ECS::CapacityProvider', resource_id, record_id from capacity_provider
  union all
  select 'listing', l.resource_id, l.record_id
  from listing l cross join resource r on r.id = l.resource_id and r.type <> 'AWS::ECS::Task'
  union all
  select 'finding', o.resource_id, f.record_id
  from finding f cross join finding_resource o on o.finding_id = f.id
  where f.issuer = 'aws/securityhub'
  union all
  select 'config_evaluation', resource_id, record_id from config_evaluation
), dated as (
  select t.kind, t.resource_id, d.source_id, coalesce(d.captured_at, f.captured_at, s.captured_at) as captured_at, m.as_of, m.from_as_of
  from moment m
  cross join told t
  cross join record d on d.id = t.record_id
  cross join source s on s.id = d.source_id
  left join source_fact f on f.source_id = d.source_id
), seen as materialized (
  select r.account_id, r.region, d.kind, max(d.captured_at) as newest_at,
    max(coalesce(d.captured_at > d.from_as_of, 0) or d.source_id in (select source_id from held)) as is_held
  from dated d
  cross join resource r on r.id = d.resource_id
  where coalesce(d.captured_at, '') <= d.as_of and d.resource_id not in (select resource_id from inactive)
  group by r.account_id, r.region, d.kind
), place as (
  select s.*, max(is_held) over (partition by account_id, region) as place_held,
    row_number() over (partition by account_id, region order by newest_at desc) as rank
  from seen s
)
select m.id, 'not_in_period', p.account_id, p.region, iif(p.place_held, p.kind, null), null, null, null, p.newest_at, m.from_as_of
from place p
join moment m
where not p.is_held and (p.place_held or p.rank = 1)
order by p.account_id, p.region, p.kind;
