-- Gaps in the evidence: resources of which no export tells enough.
-- Statements of AWS's exports alone are compared; nothing here changes a result. One row per gap.
insert into gap (assessment_id, kind, account_id, region, resource_type, resource, source_id, record_id, detail, expected)
with moment as materialized (
  select id, as_of, max_age_days from assessment where id = :assessment
)
select m.id, 'only_in_aws', r.account_id, r.region, r.type, r.arn, null, e.record_id, e.controls, null
from (select e.resource_id, min(e.record_id) over (partition by e.resource_id) as record_id,
        group_concat(e.control_id, ', ') over (partition by e.resource_id order by c.position) as controls,
        row_number() over (partition by e.resource_id order by c.position desc) as from_last
      from aws_fact h
      cross join assessment_control k on k.assessment_id = :assessment and k.control_id = h.control_id
      cross join v_result_by_id e on e.id = k.base + h.resource_id and e.agreement = 'aws_only'
      join control c on c.id = e.control_id) e
join moment m
join resource r on r.id = e.resource_id
where e.from_last = 1
union all
select m.id, 'task_definition_not_described', u.account_id, u.region, 'AWS::ECS::TaskDefinition', u.arn, null,
  min(u.record_id), count(*), null
from (-- a service names it by its ARN, or by FAMILY:REVISION, which is its name
      select r.account_id, r.region, n.record_id,
        iif(n.task_definition glob 'arn:*', n.task_definition, 'arn:' || r.partition || ':ecs:' || r.region || ':'
          || r.account_id || ':task-definition/' || n.task_definition) as arn
      from (select f.resource_id, f.record_id, s.task_definition
            from service_fact f
            cross join service s on s.id = f.service_id
            left join resource d on d.arn = s.task_definition
            left join view_fact v on v.kind = 'task_definition' and v.resource_id = d.id
            where s.task_definition is not null and f.gate is not 'inactive' and v.resource_id is null) n
      cross join resource r on r.id = n.resource_id
      where not exists (select 1
                        from resource d
                        cross join view_fact v on v.kind = 'task_definition' and v.resource_id = d.id
                        where d.account_id = r.account_id and d.region = r.region and d.cluster is null
                          and d.name = substr(n.task_definition, 1 + iif(n.task_definition glob 'arn:*',
                            instr(n.task_definition, '/'), 0)))) u
join moment m
group by u.arn, u.account_id, u.region
union all
select m.id, 'tags_not_exported', r.account_id, r.region, r.type, null, null, null, count(*), null
from (select f.resource_id
      from service_fact f
      left join tag_fact t on t.resource_id = f.resource_id
      where f.gate is not 'inactive' and t.resource_id is null
      union all
      select v.resource_id
      from view_fact v
      left join tag_fact t on t.resource_id = v.resource_id
      where v.kind in ('cluster', 'task_definition') and v.gate is null and t.resource_id is null) n
join moment m
cross join resource r on r.id = n.resource_id
group by r.account_id, r.region, r.type
union all
select m.id, 'newer_only', r.account_id, r.region, r.type, min(r.arn), null, null, null, null
from (select k.counted_id
      -- a view that counts says so at once; only of the others the whole service is looked at
      from service s
      left join service_fact c on c.service_id = s.id
      cross join resource_fact k on k.resource_id = s.resource_id
      where c.service_id is null
        and not exists (select 1
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
      -- most count as themselves
      left join view_fact c on c.kind = s.kind and c.resource_id = s.resource_id
      cross join resource_fact k on k.resource_id = s.resource_id
      where c.resource_id is null
        and not exists (select 1 from view_fact v where v.kind = s.kind and v.resource_id = k.counted_id)) n
join moment m
cross join resource r on r.id = n.counted_id
-- one service under two ARNs is one
group by r.account_id, r.region, r.type, r.cluster, r.name
union all
select m.id, 'missing_from_newest', r.account_id, r.region, r.type, r.arn, null, null, x.captured_at, x.newest_at
from v_missing_service x
join moment m
join resource r on r.id = x.resource_id;
