-- Gaps in the evidence: kinds of export that are missing from a place, an account's Region.
-- Statements of AWS's exports alone are compared; nothing here changes a result. One row per gap. Of most places a look at
-- a few resources tells that nothing is missing; what is there is counted only where something is.
insert into gap (assessment_id, kind, account_id, region, resource_type, resource, source_id, record_id, detail, expected)
with moment as materialized (
  select id from assessment where id = :assessment
), cluster_place as materialized (
  -- of clusters exported by then, gone or not, how many are there, and how many do not say that they run no service
  select r.account_id, r.region, sum(v.gate is null) as clusters,
    sum(v.gate is null and c.active_services is not 0) as with_services
  from view_fact v
  cross join cluster c on c.id = v.view_id
  cross join resource r on r.id = v.resource_id
  where v.kind = 'cluster'
  group by r.account_id, r.region
), judged as materialized (
  select c.id as control_id
  from control c
  where exists (select 1 from aws_fact f where f.control_id = c.id)
), place as materialized (
  select p.account_id, p.region, k.clusters, k.with_services,
    k.account_id is null as lacks_clusters,
    not exists (select 1
                from resource r
                cross join service s on s.resource_id = r.id
                cross join service_fact f on f.service_id = s.id
                where r.account_id = p.account_id and r.region = p.region and r.type = 'AWS::ECS::Service') as lacks_services,
    not exists (select 1
                from judged few
                cross join resource r
                cross join aws_fact f on f.control_id = few.control_id and f.resource_id = r.id
                where r.account_id = p.account_id and r.region = p.region) as lacks_verdicts
  from (select distinct account_id, region from resource) p
  left join cluster_place k on k.account_id = p.account_id and k.region = p.region
), counted as materialized (
  -- what is there by then, and not gone
  select p.*,
    (select count(*)
     from resource r
     cross join service s on s.resource_id = r.id
     cross join service_fact f on f.service_id = s.id and f.gate is not 'inactive' -- one view of a resource counts at most
     where r.account_id = p.account_id and r.region = p.region and r.type = 'AWS::ECS::Service') as services,
    (select count(*)
     from resource r
     cross join view_fact v on v.kind = 'task_definition' and v.resource_id = r.id and v.gate is not 'inactive'
     where r.account_id = p.account_id and r.region = p.region and r.type = 'AWS::ECS::TaskDefinition') as definitions
  from place p
  where p.lacks_clusters or p.lacks_services or p.lacks_verdicts
)
select m.id, 'clusters_not_exported', c.account_id, c.region, 'AWS::ECS::Cluster', null, null, null, c.services, null
from counted c
join moment m
where c.lacks_clusters and c.services > 0
union all
select m.id, 'services_not_exported', c.account_id, c.region, 'AWS::ECS::Service', null, null, null,
  c.definitions + ifnull(c.with_services, 0), null
from counted c
join moment m
where c.lacks_services and c.definitions + ifnull(c.with_services, 0) > 0
union all
select m.id, 'no_aws_verdicts', c.account_id, c.region, null, null, null, null,
  c.services + c.definitions + ifnull(c.clusters, 0), null
from counted c
join moment m
where c.lacks_verdicts and c.services + c.definitions + ifnull(c.clusters, 0) > 0;
