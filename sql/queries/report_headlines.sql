-- What a manager reads, five lines at most: a number and the sentence that goes on from it, with {columns} to be filled.
-- All failures; ECS.10's, which are said already where it alone was judged; old tasks that ECS.10 does not see; what is
-- open; how AWS sees it. A nought is good news only where something could have been counted; `base` is how much.
-- Grain: one row per line whose controls were judged. Order: as they are read.
with judged as materialized (
  select n.*, c.issuer
  from v_control_counts n
  join control c on c.id = n.control_id
), by_resource as (
  select resource_id, max(status = 'FAILED') as fails
  from v_result
  where assessment_id = :assessment_id and status <> 'NOT_APPLICABLE'
  group by resource_id
), counts as (
  select
    (select sum(failed) from judged where exists (select 1 from judged where control_id <> 'ECS.10')) as all_failed,
    (select sum(passed + failed + waived) from judged) as all_decided,
    (select sum(failed) from judged where severity in ('HIGH', 'CRITICAL')) as grave,
    (select sum(waived) from judged) as all_waived,
    (select count(*) from by_resource) as scope_resources,
    (select sum(fails) from by_resource) as failed_resources,
    (select total - not_applicable from judged where control_id = 'ECS.10') as in_scope,
    (select failed from judged where control_id = 'ECS.10') as failed,
    (select waived from judged where control_id = 'ECS.10') as waived,
    (select passed + failed + waived from judged where control_id = 'ECS.10') as decided,
    (select passed + failed + waived from judged where control_id = 'FG.1') as ran,
    (select failed from judged where control_id = 'FG.1') as old_tasks,
    (select count(*) from v_result r
     join assessment_control k on k.assessment_id = r.assessment_id and k.control_id = 'ECS.10'
     join v_result_by_id e on e.id = k.base + r.resource_id and e.status = 'PASSED'
     where r.assessment_id = :assessment_id and r.control_id = 'FG.1' and r.status = 'FAILED')
      as hidden,
    (select sum(insufficient_data) from judged) as undecided,
    (select sum(total - not_applicable) from judged) as all_in_scope,
    (select count(*) from gap where assessment_id = :assessment_id) as gaps,
    (select count(*) from judged where issuer = 'aws') as aws_controls,
    (select count(*) from v_result e join control c on c.id = e.control_id and c.issuer = 'aws'
     where e.assessment_id = :assessment_id and e.agreement in ('disagrees', 'stale')) as differing,
    (select count(*) from v_result e join control c on c.id = e.control_id and c.issuer = 'aws'
     where e.assessment_id = :assessment_id and e.agreement in ('agrees', 'disagrees', 'stale'))
      as compared
), line as (
  select 1 as place, 'failed' as line, all_failed as number, all_decided as base, 'failed' as line_class from counts
  union all select 2, 'ecs10', failed, decided, 'failed' from counts
  union all select 3, 'hidden', hidden, ran, 'failed' from counts where ran is not null and decided is not null
  union all select 4, 'undecided', undecided, iif(gaps = 0, all_in_scope, 0), 'insufficient' from counts
  union all select 5, iif(compared = 0, 'uncompared', 'differing'), differing, compared, 'neutral' from counts
    where aws_controls > 0
)
select l.place, l.number, 'number' || case when coalesce(l.base, 0) = 0 and l.number = 0 then ''
    when l.number = 0 then ' none' else ' ' || l.line_class end as line_class,
  m.text as sentence, c.scope_resources, coalesce(c.failed_resources, 0) as failed_resources,
  coalesce(c.grave, 0) as grave, c.all_waived, c.in_scope, c.failed, c.waived, c.old_tasks, c.hidden, c.undecided,
  c.gaps, c.differing, c.compared
from line l
join counts c
join message m on m.lang = :lang
  and m.key = 'headline.' || l.line || case l.number when 1 then '.one' else '.other' end
where l.number is not null
order by l.place;
