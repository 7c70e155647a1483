-- What the argument of `fargauge explain` names: a result's number, a resource's ARN, or CONTROL:ARN, all
-- three in :resource_arn. Of a resource, the one that it counts as, and the newest assessment (null: there is
-- none). Grain: at most one row. Order: none is needed for one row.
with named as (
  select :resource_arn as text, substr(:resource_arn, 1, instr(:resource_arn, ':') - 1) as before_colon,
    substr(:resource_arn, instr(:resource_arn, ':') + 1) as behind_colon
), subject (result_id, assessment_id, control_id, resource_id, choice) as (
  select e.id, e.assessment_id, e.control_id, e.resource_id, 1
  from named n
  join v_result_by_id e on e.id = cast(n.text as integer)
  where n.text <> '' and n.text not glob '*[^0-9]*'
  union all
  select null, (select assessment_id from v_assessment_id), null, coalesce(f.counted_id, r.id), 2
  from named n
  join resource r on r.arn = n.text
  left join resource_fact f on f.resource_id = r.id
  union all
  select null, (select assessment_id from v_assessment_id), c.id, coalesce(f.counted_id, r.id), 3
  from named n
  join control c on c.id = n.before_colon
  join resource r on r.arn = n.behind_colon
  left join resource_fact f on f.resource_id = r.id
)
select result_id, assessment_id, control_id, resource_id
from subject
order by choice
limit 1;
