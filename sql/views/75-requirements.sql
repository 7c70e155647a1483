-- Results rolled up by requirement.

-- One row per requirement of a framework: how many results of the newest assessment the controls behind it have in
-- each status, and what follows. `status`: FAILED where anything fails, else INSUFFICIENT_DATA where anything cannot be
-- judged, else WAIVED, PASSED, NOT_APPLICABLE; no_evidence where no control behind it has a result, not_judged where
-- the assessment judged none of them, no_control where none answers it. `controls` counts those behind it, `judged`
-- those of them that were judged.
create view v_requirement as
with asked as (
  select framework_id, requirement from requirement
  union
  select framework_id, requirement from control_requirement
), counted as (
  select a.framework_id, a.requirement, count(q.control_id) as controls, count(n.control_id) as judged,
    coalesce(sum(n.total), 0) as total, coalesce(sum(n.failed), 0) as failed,
    coalesce(sum(n.insufficient_data), 0) as insufficient_data, coalesce(sum(n.waived), 0) as waived,
    coalesce(sum(n.passed), 0) as passed, coalesce(sum(n.not_applicable), 0) as not_applicable
  from asked a
  left join control_requirement q on q.framework_id = a.framework_id and q.requirement = a.requirement
  left join v_control_counts n on n.control_id = q.control_id
  group by a.framework_id, a.requirement
)
select c.*,
  case when controls = 0 then 'no_control'
       when judged = 0 then 'not_judged'
       when total = 0 then 'no_evidence'
       when failed > 0 then 'FAILED'
       when insufficient_data > 0 then 'INSUFFICIENT_DATA'
       when waived > 0 then 'WAIVED'
       when passed > 0 then 'PASSED'
       else 'NOT_APPLICABLE' end as status,
  r.position
from counted c
left join requirement r on r.framework_id = c.framework_id and r.requirement = c.requirement;
