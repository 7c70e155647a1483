-- What follows for each objective. Only PASSED is satisfied: what failed is not, neither what a waiver covers nor what could
-- not be decided. Where nothing was in scope there is no finding (oscal_log). Grain: one row per objective with a verdict. Order:
-- controls in reading order, then the requirements framework by framework.
select o.objective, o.objective_form, o.catalog_control, :audit || ' finding ' || o.objective as finding, o.status,
  coalesce(o.control_id, f.name || ' ' || f.version || ' ' || o.requirement) || coalesce(': ' || coalesce(t.title, x.title), '')
    as title,
  iif(o.status = 'PASSED', 'satisfied', 'not-satisfied') as state,
  case o.status when 'PASSED' then 'pass' when 'FAILED' then 'fail' else 'other' end as state_reason,
  m.text as state_text, o.total as results, o.failed as results_failed, o.insufficient_data as results_undecided,
  o.waived as results_waived, o.passed as results_passed, o.not_applicable as results_outside,
  o.failed > 0 or o.waived > 0 as has_risks
from v_oscal_objective o
left join framework f on f.id = o.framework_id
left join control_text t on t.control_id = o.control_id and t.lang = :lang
left join requirement_text x on x.framework_id = o.framework_id and x.requirement = o.requirement and x.lang = :lang
left join message m on m.lang = :lang and m.key = 'oscal.status.' || o.status
where o.status in ('FAILED', 'INSUFFICIENT_DATA', 'WAIVED', 'PASSED')
order by o.kind_position, o.position, o.requirement;
