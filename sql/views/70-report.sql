-- What the HTML report shows beside the results: the order of statuses, remedies, services.

-- The statuses in the order of every list and chart, each with the name of its class and icon.
-- One row per status.
create view v_status as
select column1 as status, column2 as status_position, column3 as status_class
from (values ('FAILED', 1, 'failed'), ('INSUFFICIENT_DATA', 2, 'insufficient'), ('WAIVED', 3, 'waived'),
  ('PASSED', 4, 'passed'), ('NOT_APPLICABLE', 5, 'na'));

-- The statuses in words. `status_code` is the code to set beside the word; null where the word is the
-- code in another case. One row per status × language.
create view v_status_text as
select s.status, s.status_position, s.status_class, 'chip ' || s.status_class as chip_class,
  '#i-' || s.status_class as status_icon, m.lang,
  m.text as status_label, nullif(s.status, upper(replace(m.text, ' ', '_'))) as status_code
from v_status s
join message m on m.key = 'status.' || s.status;

-- What the newest assessment has results for, counted. One row.
create view v_scope as
select count(distinct r.account_id) as accounts, count(distinct r.region) as regions,
  count(distinct coalesce(r.account_id, '') || ' ' || coalesce(r.region, '') || ' ' || r.cluster) as clusters,
  coalesce(sum(r.type = 'AWS::ECS::Service'), 0) as services,
  coalesce(sum(r.type = 'AWS::ECS::TaskDefinition'), 0) as task_definitions, count(*) as resources
from resource r
where exists (select 1 from assessment_control k cross join result e on e.id = k.base + r.id
              where k.assessment_id = (select assessment_id from v_assessment_id));

-- How many results of each control have each status, the ones that no result has too. One row per
-- computed control × status.
create view v_control_status as
select c.control_id, c.position, s.status, s.status_position, s.status_class,
  case s.status when 'PASSED' then c.passed when 'FAILED' then c.failed when 'WAIVED' then c.waived
    when 'INSUFFICIENT_DATA' then c.insufficient_data else c.not_applicable end as results
from v_control_counts c
join v_status s;

-- One row per resource that the newest assessment has a result for, with what a reader wants to see of a
-- service: what it asks for and what runs. `service_id` is the view of it that counted, null where no
-- inventory holds it. Several versions are one text, in text order. `place` is the resource's place in
-- reading order and makes the ids of a page: names may hold anything.
create view v_report_service as
with judged as (
  select a.assessment_id, r.id as resource_id, r.account_id, r.region, r.cluster, r.name, r.arn,
    (select f.service_id from service o join service_fact f on f.service_id = o.id
     where o.resource_id = r.id and f.assessment_id = a.assessment_id
     order by f.service_id limit 1) as service_id,
    exists (select 1 from assessment_control k cross join v_result_by_id e on e.id = k.base + r.id
            where k.assessment_id = a.assessment_id and e.status = 'FAILED') as fails,
    x.place, r.type as resource_type
  from resource r
  join resource_fact x on x.resource_id = r.id
  join v_assessment a
  where exists (select 1 from assessment_control k cross join result e on e.id = k.base + r.id
                where k.assessment_id = a.assessment_id)
)
select j.*, f.runs_on, f.family_text as platform_family,
  (select group_concat(version, ', ')
   from (select distinct version from v_version_fact v
         where v.service_id = j.service_id and v.kind = 'asked' and version is not null
         order by version)) as asked_version,
  (select group_concat(version, ', ')
   from (select distinct version from v_version_fact v
         where v.service_id = j.service_id and v.kind = 'running' and version is not null
         order by version)) as running_version
from judged j
left join service_fact f on f.service_id = j.service_id;

-- Since when the state that a result judges has stood, as far as the evidence tells: a task definition since its
-- registration, a service since the deployment that is meant started or since it was last seen to change, a task set
-- since it was made. Null where nothing tells, as of tags, which change without a trace. One row per result; to be asked
-- for those of one id.
create view v_result_since as
select e.id as result_id,
  iif(e.control_id in ('ECS.13', 'ECS.14', 'ECS.15'), null, coalesce(
    (select max(t.registered_at) from task_definition t where t.record_id = e.record_id),
    (select min(d.created_at) from service s join deployment d on d.service_id = s.id
     where s.record_id = e.record_id and d.deployment_id = e.subject),
    (select max(d.created_at) from service s join deployment d on d.service_id = s.id and d.status = 'PRIMARY'
     where s.record_id = e.record_id),
    (select max(f.changed_at) from service s join service_fact f on f.service_id = s.id
     where s.record_id = e.record_id),
    (select max(t.created_at) from task_set t where t.record_id = e.record_id))) as since_at
from v_result_by_id e;

-- Which way of putting it right fits a result, with the columns that remedies name in braces. What no
-- export states stands as <NAME>, as other things do that the reader has to fill in. One row per result
-- of the newest assessment. Controllers as some export states them, the record of the result first.
create view v_remedy_variant as
with stated as (
  select e.id as result_id, e.assessment_id, e.control_id, e.resource_id, e.launch_type,
    e.platform_version, e.latest_version, e.subject, e.actual, e.expected, e.status, r.account_id, r.region, r.cluster,
    r.name, r.arn as resource_arn,
    iif(r.type <> 'AWS::ECS::Service', null, coalesce(
      (select s.deployment_controller from service s
       where s.record_id = e.record_id limit 1),
      (select s.deployment_controller from service s join v_record v on v.record_id = s.record_id
       where s.resource_id in (select resource_id from resource_fact where counted_id = e.resource_id)
         and s.deployment_controller is not null
       order by v.captured_at desc, v.sha256, v.byte_offset limit 1))) as controller,
    (select coalesce(s.task_definition,
       (select d.task_definition from deployment d where d.service_id = s.id
          and d.task_definition is not null order by d.kind desc, d.position limit 1))
     from service s where s.record_id = e.record_id
     order by s.id limit 1) as task_definition
  from v_result_by_id e
  cross join resource r on r.id = e.resource_id
  where e.assessment_id = (select assessment_id from v_assessment_id)
)
select result_id, assessment_id, control_id, resource_id, status,
  case controller when 'CODE_DEPLOY' then 'code_deploy' when 'EXTERNAL' then 'external'
    else 'default' end as variant,
  account_id, region, coalesce(cluster, '<CLUSTER>') as cluster,
  coalesce(cluster, '<CLUSTER>') as cluster_ref, name,
  iif(instr(name, ':') > 0, substr(name, 1, instr(name, ':') - 1), name) as family, resource_arn, launch_type, platform_version,
  latest_version, coalesce(task_definition, '<TASK_DEFINITION>') as task_definition, subject,
  actual, expected
from stated;

-- Controls that share a remedy, word by word: `shown_as` is the first of them in reading order, null where
-- there is no remedy. One row per control × variant × language.
create view v_remedy_shown_as as
select r.control_id, r.variant, r.lang,
  (select o.id from control o
   where exists (select 1 from remedy x
                 where x.control_id = o.id and x.variant = r.variant and x.lang = r.lang)
     and not exists (select method, position, text from remedy x
                     where x.control_id = r.control_id and x.variant = r.variant and x.lang = r.lang
                     except
                     select method, position, text from remedy y
                     where y.control_id = o.id and y.variant = r.variant and y.lang = r.lang)
     and not exists (select method, position, text from remedy y
                     where y.control_id = o.id and y.variant = r.variant and y.lang = r.lang
                     except
                     select method, position, text from remedy x
                     where x.control_id = r.control_id and x.variant = r.variant and x.lang = r.lang)
   order by o.position limit 1) as shown_as
from (select c.id as control_id, v.column1 as variant, l.column1 as lang
      from control c, (values ('default'), ('code_deploy'), ('external')) v, (values ('en'), ('ja')) l) r;

-- A remedy that puts another control's failures right as well. Setting LATEST with a forced deployment
-- (ECS.10) also replaces the running tasks (FG.1). One row per control × remedy that covers it.
create view v_remedy_cover as
select column1 as control_id, column2 as covered_by
from (values ('FG.1', 'ECS.10'));

-- What puts each failure right: the control whose remedy does, in the way that fits (variant); null where no remedy is
-- known, and then the failure stands under its own control. One row per FAILED result of the newest assessment × language.
-- Order: reading order and the control's, in which the rows of one language come by themselves.
create view v_failure_fix as
with shown as materialized (
  select lang, control_id, variant, shown_as from v_remedy_shown_as where shown_as is not null
), failing as materialized (
  select c.id as control_id, c.position, c.severity, instr('LOW MEDIUM HIGH CRITICAL', c.severity) as gravity,
    k.base, (select o.covered_by from v_remedy_cover o where o.control_id = c.id) as covered_by
  from control c
  join assessment_control k on k.assessment_id = (select assessment_id from v_assessment_id) and k.control_id = c.id and k.failed > 0
  order by c.position
), failed as materialized (
  -- the way is looked for once a failure
  select m.control_id, m.position, m.severity, m.gravity, m.covered_by, x.place, x.resource_id, e.id as result_id,
    q.reason, (select v.variant from v_remedy_variant v where v.result_id = e.id) as variant
  from resource_fact x not indexed -- its own order is the reading order
  cross join failing m
  cross join result e on e.id = m.base + x.resource_id and e.waiver_id is null
  cross join assessment_reason q on q.id = e.reason_id and q.status = 'FAILED'
), chosen as (
  select l.column1 as lang, f.*, iif(f.covered_by is not null
      and exists (select 1 from failing o
                  cross join result e on e.id = o.base + f.resource_id and e.waiver_id is null
                  cross join assessment_reason q on q.id = e.reason_id and q.status = 'FAILED'
                  cross join shown s on s.lang = l.column1 and s.control_id = o.control_id and s.variant = f.variant
                    and s.shown_as = f.covered_by),
    f.covered_by,
    (select s.shown_as from shown s where s.lang = l.column1 and s.control_id = f.control_id and s.variant = f.variant))
    as remedy_control
  from (values ('en'), ('ja')) l
  cross join failed f
)
select lang, control_id, position, severity, gravity, place, resource_id, result_id, reason, variant, remedy_control,
  coalesce(remedy_control, control_id) as fix_control
from chosen;

-- Every handing-over of a file: its bytes under the name they came with first, and under other names.
-- `counts` is 1 where the newest assessment takes the capture time of its records from it, 0 where it takes
-- it from another, null where all of them are later than that assessment's time. One row per file × name.
create view v_handover as
select s.id as source_id, s.kind, s.sha256, h.path, h.captured_at, h.captured_from, f.path = h.path as counts
from source s
join (select id as source_id, path, captured_at, captured_from from source
      union all
      select source_id, path, captured_at, captured_from from source_alias) h on h.source_id = s.id
left join source_fact f on f.source_id = s.id;

-- Services that inventories hold, but only as captured after the newest assessment's time, so that they
-- were not judged. One row per service, which is its place.
create view v_newer_service as
select o.partition, o.account_id, o.region, ifnull(o.cluster, '') as cluster, o.name
from service s
join v_assessment a
join resource o on o.id = s.resource_id
except
select o.partition, o.account_id, o.region, ifnull(o.cluster, ''), o.name
from assessment_service x
join v_assessment a on a.assessment_id = x.assessment_id
join resource o on o.id = x.resource_id;

-- Services that were judged as an older export shows them, while a newer one of the same account, Region and
-- cluster does not hold them: they may have been deleted. Newer means by more than a day, because a cluster
-- may be spread over several files; `newest_at` is that export's time. Where the older file's time is only
-- known as "not before", nothing says that it is older. Inactive services are gone anyway. One row per
-- service.
create view v_missing_service as
with described as (
  select x.service_id, x.described_id, x.resource_id, v.captured_at, v.captured_from,
    max(v.captured_at) over (partition by o.partition, o.account_id, o.region, o.cluster) as newest_at
  from assessment_service x
  join v_assessment a on a.assessment_id = x.assessment_id
  join service s on s.id = x.described_id
  join v_record v on v.record_id = s.record_id
  join resource o on o.id = x.resource_id
  -- one look at the files says that there is nothing to look for where all are of one day
  where (select julianday(max(c.captured_at)) - julianday(min(c.captured_at)) > 1
         from (select captured_at from source where kind = 'ecs_services'
               union all
               select f.captured_at from source_fact f join source s on s.id = f.source_id and s.kind = 'ecs_services') c)
)
select d.service_id, d.resource_id, d.captured_at, d.newest_at
from described d
join service_fact f on f.service_id = d.service_id and f.gate is not 'inactive'
where d.service_id = d.described_id and d.captured_from <> 'content'
  and julianday(d.newest_at) - julianday(d.captured_at) > 1;
