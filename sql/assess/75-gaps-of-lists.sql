-- Gaps in the evidence: what lists name and no answer describes, what is described and not listed, and what describe calls
-- did not answer.
-- Statements of AWS's exports alone are compared; nothing here changes a result. One row per gap.
insert into gap (assessment_id, kind, account_id, region, resource_type, resource, source_id, record_id, detail, expected)
with moment as materialized (
  select id, as_of, max_age_days from assessment where id = :assessment
), listed as materialized (
  -- ARNs that list answers name, each with its newest answer by then; of one time the file's hash decides, so that the
  -- order of import does not
  select k.counted_id as resource_id, r.type, r.account_id, r.region, r.cluster, r.name, r.arn, l.record_id,
    coalesce(v.captured_at, '') as listed_at,
    max(coalesce(v.captured_at, '                        ') || v.sha256 || printf('%016d', 9007199254740991 - v.byte_offset))
      as list_key
  from listing l
  join resource r on r.id = l.resource_id
  join resource_fact k on k.resource_id = r.id
  join v_record v on v.record_id = l.record_id
  join moment m
  where coalesce(v.captured_at, '') <= m.as_of
  group by k.counted_id
), list_place as materialized (
  -- services are listed cluster by cluster: of a short ARN in no described cluster nobody knows which was; tasks come
  -- and go between two calls
  select type, account_id, region, cluster, listed_at, record_id, max(list_key)
  from listed
  where type <> 'AWS::ECS::Task' and (type <> 'AWS::ECS::Service' or cluster is not null)
  group by 1, 2, 3, 4
), listed_last as materialized (
  -- in the newest list of its place: one list may be spread over the files of a day
  select l.resource_id
  from listed l
  join list_place p on p.type = l.type and p.account_id = l.account_id and p.region = l.region and p.cluster is l.cluster
  where l.listed_at = '' or l.listed_at >= strftime('%Y-%m-%dT%H:%M:%fZ', p.listed_at, '-1 day')
), failed as materialized (
  -- what describe calls did not answer, each with its newest refusal by then
  select d.arn, d.reason, d.record_id, coalesce(v.captured_at, '') as failed_at,
    iif(d.arn glob 'arn:*:*:*:*:*', '[' || replace(json_quote(d.arn), ':', '","') || ']', '[]') as arn_parts,
    max(coalesce(v.captured_at, '                        ') || v.sha256 || printf('%016d', 9007199254740991 - v.byte_offset))
  from describe_failure d
  join moment m
  join v_record v on v.record_id = d.record_id
  where coalesce(v.captured_at, '') <= m.as_of
  group by coalesce(d.arn, d.record_id)
)
select m.id, 'listed_not_described', l.account_id, l.region, l.type, l.arn, null, l.record_id, nullif(l.listed_at, ''), null
from listed l
join moment m
where not exists (select 1 from view_fact v where v.kind in ('cluster', 'task_definition', 'task_set', 'capacity_provider')
                    and v.resource_id = l.resource_id)
  and not exists (select 1 from service s cross join service_fact f on f.service_id = s.id
                  where s.resource_id = l.resource_id)
  and not exists (select 1 from task t cross join v_record v on v.record_id = t.record_id
                  where t.resource_id = l.resource_id and coalesce(v.captured_at, '') <= m.as_of)
  and not case when l.type = 'AWS::ECS::Service' and l.cluster is null
    then (l.account_id, l.region, l.name) in (select r.account_id, r.region, r.name
                                              from service_fact f
                                              cross join resource r on r.id = f.resource_id)
    else 0 end
union all
select m.id, 'described_not_listed', r.account_id, r.region, r.type, r.arn, null, p.record_id, nullif(p.listed_at, ''), null
from list_place p
join moment m
cross join resource r on r.account_id = p.account_id and r.region = p.region and r.cluster is p.cluster and r.type = p.type
where r.id not in (select resource_id from listed_last)
  and not case when r.type = 'AWS::ECS::Service'
    then (r.account_id, r.region, r.name) in (select account_id, region, name from listed
                                              where type = 'AWS::ECS::Service' and cluster is null)
    else 0 end
  and (exists (select 1 from view_fact v where v.kind in ('cluster', 'task_definition', 'task_set', 'capacity_provider')
                 and v.resource_id = r.id and v.gate is not 'inactive')
    or exists (select 1 from service s cross join service_fact f on f.service_id = s.id
               where s.resource_id = r.id and f.gate is not 'inactive'))
union all
select m.id, 'describe_failure', coalesce(r.account_id, d.arn_parts ->> 4), coalesce(r.region, d.arn_parts ->> 3), r.type,
  coalesce(d.arn, '—'), null, d.record_id, d.reason, null
from failed d
join moment m
left join resource r on r.arn = d.arn
left join resource_fact k on k.resource_id = r.id
where d.failed_at = ''
  or not exists (select 1
                 from (select f.record_id
                       from service s cross join service_fact f on f.service_id = s.id
                       where s.resource_id = k.counted_id
                       union all
                       select v.record_id
                       from view_fact v
                       where v.kind in ('cluster', 'task_definition', 'task_set', 'capacity_provider')
                         and v.resource_id = k.counted_id
                       union all
                       select t.record_id from task t where t.resource_id = r.id) o
                 cross join v_record v on v.record_id = o.record_id
                 where v.captured_at between d.failed_at and m.as_of);
