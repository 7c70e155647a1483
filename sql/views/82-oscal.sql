-- OSCAL's shape of the results: what is reviewed, and the risks.

-- What a control or a requirement asks of Amazon ECS, which OSCAL calls an objective. Its status is the controls'
-- results rolled up, as in v_requirement; no_evidence where there is no result. A framework whose requirements are the
-- controls themselves (AWS FSBP) adds none. One row per control that was judged, then one per requirement that any of them
-- answers. `catalog_control` is
-- the control's id in OSCAL's catalogue of the framework: AC-3(7) is ac-3.7. `objective_form` gives the id of ours, which reads as a part
-- of the catalogue's: ac-3.7_obj.fargauge. Order: kind_position, position, requirement.
create view v_oscal_objective as
select 1 as kind_position, 'control' as kind, null as framework_id, null as requirement, n.control_id,
  format('%012d', n.position) as position, 'control ' || n.control_id as objective,
  '{catalog_control|id}_obj.control' as objective_form,
  iif(n.control_id glob '[A-Za-z]*', '', 'c.') || n.control_id as catalog_control,
  n.total, n.failed, n.insufficient_data, n.waived, n.passed, n.not_applicable,
  case when n.total = 0 then 'no_evidence'
       when n.failed > 0 then 'FAILED'
       when n.insufficient_data > 0 then 'INSUFFICIENT_DATA'
       when n.waived > 0 then 'WAIVED'
       when n.passed > 0 then 'PASSED'
       else 'NOT_APPLICABLE' end as status
from v_control_counts n
union all
select 2, 'requirement', r.framework_id, r.requirement, null,
  r.framework_id || ' ' || iif(r.position is null, 'b', format('a%012d', r.position)),
  'requirement ' || r.framework_id || ' ' || r.requirement, '{catalog_control|id}_obj.fargauge',
  iif(r.framework_id = 'nist-800-53-r5', n.id, iif(r.framework_id glob '[A-Za-z]*', '', 'f.') || r.framework_id || '.' || r.requirement),
  r.total, r.failed, r.insufficient_data, r.waived, r.passed, r.not_applicable, r.status
from v_requirement r
join (select framework_id, requirement, replace(replace(lower(requirement), '(', '.'), ')', '') as id
      from control_requirement group by framework_id, requirement) n
  on n.framework_id = r.framework_id and n.requirement = r.requirement
where r.judged > 0 and r.requirement not in (select id from control);

-- The controls behind an objective. One row per objective × control that was judged.
create view v_oscal_objective_control as
select o.objective, coalesce(o.control_id, q.control_id) as control_id
from v_oscal_objective o
left join control_requirement q on q.framework_id = o.framework_id and q.requirement = o.requirement
where coalesce(o.control_id, q.control_id) in (select id from v_judged_control);

-- What FAILED is a risk, one for a control; a waiver that covers something is the same risk accepted. One row per control
-- with failures, and one per waiver that covers any. `risk` names it within its assessment. Order: position, number.
create view v_oscal_risk as
select n.position, 0 as number, n.control_id, n.severity, null as waiver_row, 'open' as state, n.failed as results,
  'risk ' || n.control_id as risk
from v_control_counts n
where n.failed > 0
union all
select c.position, w.number, w.control_id, c.severity, w.id, 'deviation-approved', w.covered,
  'risk ' || w.control_id || ' waiver ' || w.number || ' ' || w.waiver_id
from v_waiver_state w
join v_judged_control c on c.id = w.control_id
where w.covered > 0;
