-- The run of results.sarif: the newest assessment. Grain: one row. Order: none is needed for one row.
select a.assessment_id, a.as_of, a.generated_at, a.tool_version, a.catalog_version, a.catalog_digest,
  'fargauge/' || replace(a.as_of, '.000Z', 'Z') as automation_id,
  (select sum(passed) from v_control_counts) as passed,
  (select sum(failed) from v_control_counts) as failed,
  (select sum(waived) from v_control_counts) as waived,
  (select sum(insufficient_data) from v_control_counts) as insufficient_data,
  (select sum(not_applicable) from v_control_counts) as not_applicable
from v_assessment a
where a.assessment_id = cast(:assessment as integer)
order by a.assessment_id;
