-- Where the evidence of the assessment has gaps: what an auditor has to ask for before relying on it. One row per gap.
-- Statements of AWS's exports alone are compared; nothing here changes a result.
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
), place as materialized (
  -- what is there by then and not gone; `…_exported` is 1 where anything was exported, gone or not. The index
  -- resource_place has the resources in this order
  select r.account_id, r.region,
    sum(case when r.type = 'AWS::ECS::Service' then
      exists (select 1 from service s cross join service_fact f on f.service_id = s.id
              where s.resource_id = r.id and f.gate is not 'inactive') else 0 end) as services,
    max(case when r.type = 'AWS::ECS::Service' then
      exists (select 1 from service s cross join service_fact f on f.service_id = s.id
              where s.resource_id = r.id) else 0 end) as services_exported,
    sum(case when r.type = 'AWS::ECS::TaskDefinition' then
      exists (select 1 from view_fact v
              where v.kind = 'task_definition' and v.resource_id = r.id and v.gate is not 'inactive') else 0 end) as definitions,
    sum(case when r.type = 'AWS::ECS::Cluster' then
      exists (select 1 from view_fact v
              where v.kind = 'cluster' and v.resource_id = r.id and v.gate is not 'inactive') else 0 end) as clusters,
    sum(case when r.type = 'AWS::ECS::Cluster' then
      exists (select 1 from view_fact v cross join cluster c on c.id = v.view_id
              where v.kind = 'cluster' and v.resource_id = r.id and v.gate is null and c.active_services is not 0)
      else 0 end) as clusters_with_services,
    max(case when r.type = 'AWS::ECS::Cluster' then
      exists (select 1 from view_fact v where v.kind = 'cluster' and v.resource_id = r.id) else 0 end) as clusters_exported
  from resource r
  group by r.account_id, r.region
), heard as materialized (
  select distinct r.account_id, r.region
  from (select resource_id from security_hub_fact union select resource_id from config_rule_fact) h
  cross join resource r on r.id = h.resource_id
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
), handed as materialized (
  -- files of which something counts by then: they were handed over by then, or hold records that are of before
  select s.id as source_id, coalesce(f.path, s.path) as path, s.kind, s.more_pages,
    iif(f.source_id is null, s.captured_at, f.captured_at) as captured_at,
    coalesce(f.captured_from, s.captured_from) as captured_from
  from source s
  join moment m
  left join source_fact f on f.source_id = s.id
  where s.kind <> 'waivers'
    and (f.source_id is not null
      or exists (select 1 from record r where r.source_id = s.id and r.captured_at <= m.as_of))
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
                 where v.captured_at between d.failed_at and m.as_of)
union all
select m.id, 'pages_left', null, null, null, h.path, h.source_id, null, h.kind, null
from handed h
join moment m
where h.more_pages
union all
select m.id, 'undated', null, null, null, h.path, h.source_id, null, h.captured_from, null
from handed h
join moment m
where h.captured_at is null
  and not exists (select 1 from record r where r.source_id = h.source_id and r.captured_at is not null)
union all
select m.id, 'capture_too_old', null, null, null, h.path, h.source_id, null, h.captured_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', m.as_of, '-' || m.max_age_days || ' days')
from handed h
join moment m
where m.max_age_days is not null
  and h.captured_at < strftime('%Y-%m-%dT%H:%M:%fZ', m.as_of, '-' || m.max_age_days || ' days')
union all
select m.id, 'only_in_aws', r.account_id, r.region, r.type, r.arn, null, e.record_id, e.controls, null
from (select e.resource_id, min(e.record_id) over (partition by e.resource_id) as record_id,
        group_concat(e.control_id, ', ') over (partition by e.resource_id order by c.position) as controls,
        row_number() over (partition by e.resource_id order by c.position desc) as from_last
      from result e
      join control c on c.id = e.control_id
      where e.assessment_id = :assessment and e.agreement = 'aws_only') e
join moment m
join resource r on r.id = e.resource_id
where e.from_last = 1
union all
select m.id, 'task_definition_not_described', u.account_id, u.region, 'AWS::ECS::TaskDefinition', u.arn, null,
  min(u.record_id), count(*), null
from (-- a service names it by its ARN, or by FAMILY:REVISION, which is its name
      select r.account_id, r.region, f.record_id,
        iif(s.task_definition glob 'arn:*', s.task_definition, 'arn:' || r.partition || ':ecs:' || r.region || ':'
          || r.account_id || ':task-definition/' || s.task_definition) as arn
      from service_fact f
      cross join service s on s.id = f.service_id
      cross join resource r on r.id = f.resource_id
      where s.task_definition is not null and f.gate is not 'inactive'
        and not exists (select 1
                        from resource d
                        cross join view_fact v on v.kind = 'task_definition' and v.resource_id = d.id
                        where d.account_id = r.account_id and d.region = r.region and d.cluster is null
                          and d.name = substr(s.task_definition, 1 + iif(s.task_definition glob 'arn:*',
                            instr(s.task_definition, '/'), 0)))) u
join moment m
group by u.arn, u.account_id, u.region
union all
select m.id, 'clusters_not_exported', p.account_id, p.region, 'AWS::ECS::Cluster', null, null, null, p.services, null
from place p
join moment m
where p.services > 0 and not p.clusters_exported
union all
select m.id, 'services_not_exported', p.account_id, p.region, 'AWS::ECS::Service', null, null, null,
  p.definitions + p.clusters_with_services, null
from place p
join moment m
where not p.services_exported and p.definitions + p.clusters_with_services > 0
union all
select m.id, 'tags_not_exported', r.account_id, r.region, r.type, null, null, null, count(*), null
from (select f.resource_id
      from service_fact f
      cross join service s on s.id = f.service_id
      where s.tags_known = 0 and f.gate is not 'inactive'
        and not exists (select 1 from tag_fact t where t.resource_id = f.resource_id)
      union all
      select v.resource_id
      from view_fact v
      where v.kind in ('cluster', 'task_definition') and v.gate is null
        and not exists (select 1 from tag_fact t where t.resource_id = v.resource_id)) n
join moment m
cross join resource r on r.id = n.resource_id
group by r.account_id, r.region, r.type
union all
select m.id, 'newer_only', r.account_id, r.region, r.type, min(r.arn), null, null, null, null
from (select k.counted_id
      from service s
      cross join resource_fact k on k.resource_id = s.resource_id
      where not exists (select 1
                        from resource_fact o
                        cross join service v on v.resource_id = o.resource_id
                        cross join service_fact f on f.service_id = v.id
                        where o.counted_id = k.counted_id)
      union all
      select k.counted_id
      from (select 'task_definition' as kind, resource_id from task_definition
            union all
            select 'cluster', resource_id from cluster
            union all
            select 'task_set', resource_id from task_set
            union all
            select 'capacity_provider', resource_id from capacity_provider) s
      cross join resource_fact k on k.resource_id = s.resource_id
      where not exists (select 1 from view_fact v where v.kind = s.kind and v.resource_id = k.counted_id)) n
join moment m
cross join resource r on r.id = n.counted_id
-- one service under two ARNs is one
group by r.account_id, r.region, r.type, r.cluster, r.name
union all
select m.id, 'missing_from_newest', r.account_id, r.region, r.type, r.arn, null, null, x.captured_at, x.newest_at
from v_missing_service x
join moment m
join resource r on r.id = x.resource_id
union all
select m.id, 'no_aws_verdicts', p.account_id, p.region, null, null, null, null, p.services + p.definitions + p.clusters, null
from place p
join moment m
left join heard h on h.account_id = p.account_id and h.region = p.region
where h.account_id is null and p.services + p.definitions + p.clusters > 0
union all
select m.id, 'file_refused', null, null, null, j.path, null, null, j.reason, null
from (select path, reason, max(id) from rejected_source where forgiven = 0 group by path) j
join moment m
union all
select m.id, 'records_rejected', null, null, null, h.path, h.source_id, null, count(*), null
from handed h
cross join rejection j on j.source_id = h.source_id
join moment m
group by h.source_id;
