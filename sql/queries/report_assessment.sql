-- The newest assessment: its times, versions and scope. Grain: one row. Order: none is needed for one row.
with scope as (
  select count(distinct r.account_id) as accounts, count(distinct r.region) as regions,
    count(distinct coalesce(r.account_id, '') || ' ' || coalesce(r.region, '') || ' ' || r.cluster)
      as clusters,
    coalesce(sum(r.type = 'AWS::ECS::Service'), 0) as services,
    coalesce(sum(r.type = 'AWS::ECS::TaskDefinition'), 0) as task_definitions, count(*) as resources
  from (select distinct e.resource_id from v_result e
        join v_assessment a on a.assessment_id = e.assessment_id) j
  join resource r on r.id = j.resource_id
)
select a.assessment_id, a.as_of, m.text as as_of_origin, a.generated_at, a.tool_version,
  a.catalog_version, a.catalog_digest, s.accounts, s.regions, s.clusters, s.services,
  s.task_definitions, s.resources,
  (select count(*) from service_fact f
   where f.assessment_id = a.assessment_id and f.gate is null) as fargate_services,
  (select count(*) from v_result e where e.assessment_id = a.assessment_id and e.agreement <> 'aws_only') as judged,
  (select x.max_age_days from assessment x where x.id = a.assessment_id) as max_age_days,
  (select count(*) from v_parameter) as parameters,
  (select count(*) from source) as sources
from v_assessment a
join scope s
left join message m on m.lang = :lang and m.key = 'as_of.' || a.as_of_from
order by a.assessment_id;
