-- What a manager reads: a number and the sentence that goes on from it, with {columns} to be filled.
-- A nought is good news only where something could have been counted; `base` is how much. Grain: one row
-- per line whose control was assessed. Order: as they are read.
with counts as (
  select
    (select total - not_applicable from v_control_counts where control_id = 'ECS.10') as in_scope,
    (select failed from v_control_counts where control_id = 'ECS.10') as failed,
    (select waived from v_control_counts where control_id = 'ECS.10') as waived,
    (select insufficient_data from v_control_counts where control_id = 'ECS.10') as undecided,
    (select failed from v_control_counts where control_id = 'FG.1') as old_tasks,
    (select count(*) from v_result r
     join assessment_control k on k.assessment_id = r.assessment_id and k.control_id = 'ECS.10'
     join v_result e on e.id = k.base + r.resource_id and e.status = 'PASSED'
     where r.assessment_id = :assessment_id and r.control_id = 'FG.1' and r.status = 'FAILED')
      as hidden,
    (select failed from v_control_counts where control_id = 'FG.3') as retiring,
    (select value from assessment_parameter where assessment_id = :assessment_id
       and control_id = 'FG.3' and name = 'retirementWarningDays') as days,
    (select count(*) from v_result e join control c on c.id = e.control_id and c.issuer = 'aws'
     where e.assessment_id = :assessment_id and e.agreement in ('disagrees', 'stale')) as differing,
    (select count(*) from v_result e join control c on c.id = e.control_id and c.issuer = 'aws'
     where e.assessment_id = :assessment_id and e.agreement in ('agrees', 'disagrees', 'stale'))
      as compared,
    (select passed + failed + waived from v_control_counts where control_id = 'ECS.10') as decided,
    (select passed + failed + waived from v_control_counts where control_id = 'FG.1') as ran,
    (select passed + failed + waived from v_control_counts where control_id = 'FG.3') as dated
), line as (
  select 1 as place, 'ecs10' as line, failed as number, decided as base, 'failed' as line_class from counts
  union all select 2, 'undecided', undecided, in_scope, 'insufficient' from counts
  union all select 3, 'hidden', hidden, ran, 'failed' from counts where old_tasks is not null
  union all select 4, 'retiring', retiring, dated, 'failed' from counts
  union all select 5, 'differing', differing, compared, 'neutral' from counts
)
select l.place, l.number, 'number' || case when coalesce(l.base, 0) = 0 and l.number = 0 then ''
    when l.number = 0 then ' none' else ' ' || l.line_class end as line_class,
  m.text as sentence, c.in_scope, c.failed, c.waived, c.undecided, c.old_tasks, c.hidden, c.retiring,
  c.days, c.differing, c.compared
from line l
join counts c
join message m on m.lang = :lang
  and m.key = 'headline.' || l.line || case l.number when 1 then '.one' else '.other' end
where l.number is not null
order by l.place;
