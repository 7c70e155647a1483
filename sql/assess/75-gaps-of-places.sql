-- Gaps in the evidence: kinds of export that are missing from a place, an account's Region.
-- Statements of AWS's exports alone are compared; nothing here changes a result. One row per gap.
insert into gap (assessment_id, kind, account_id, region, resource_type, resource, source_id, record_id, detail, expected)
with moment as materialized (
  select id, as_of, max_age_days from assessment where id = :assessment
), place as materialized (
  -- what is there by then and not gone; `…_exported` is 1 where anything was exported, gone or not
  select account_id, region, coalesce(sum(service), 0) as services, max(service is not null) as services_exported,
    coalesce(sum(definition), 0) as definitions, coalesce(sum(cluster), 0) as clusters,
    max(cluster is not null) as clusters_exported, coalesce(sum(cluster_with_services), 0) as clusters_with_services
  from (-- 1: there, 0: gone, null: not exported by then. The index resource_place has the resources in this order
        select r.account_id, r.region,
          iif(r.type = 'AWS::ECS::Service',
            (select max(f.gate is not 'inactive')
             from service s cross join service_fact f on f.service_id = s.id
             where s.resource_id = r.id), null) as service,
          iif(r.type = 'AWS::ECS::TaskDefinition',
            (select v.gate is not 'inactive' from view_fact v
             where v.kind = 'task_definition' and v.resource_id = r.id), null) as definition,
          iif(r.type = 'AWS::ECS::Cluster',
            (select v.gate is not 'inactive' from view_fact v
             where v.kind = 'cluster' and v.resource_id = r.id), null) as cluster,
          iif(r.type = 'AWS::ECS::Cluster',
            (select v.gate is null and c.active_services is not 0
             from view_fact v cross join cluster c on c.id = v.view_id
             where v.kind = 'cluster' and v.resource_id = r.id), null) as cluster_with_services
        from resource r
        order by r.account_id, r.region
        limit -1) -- so that SQLite works out each column once, not wherever it is named above
  group by account_id, region
), heard as materialized (
  select distinct r.account_id, r.region
  from (select resource_id from security_hub_fact union select resource_id from config_rule_fact) h
  cross join resource r on r.id = h.resource_id
)
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
select m.id, 'no_aws_verdicts', p.account_id, p.region, null, null, null, null, p.services + p.definitions + p.clusters, null
from place p
join moment m
left join heard h on h.account_id = p.account_id and h.region = p.region
where h.account_id is null and p.services + p.definitions + p.clusters > 0;
