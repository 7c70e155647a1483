-- One row per computed control: its test suite. A suite is never empty (Jenkins drops those): a control
-- with nothing in scope gets one skipped case, which the totals count. Order: reading order.
select c.control_id, row_number() over (order by c.position) - 1 as suite_id, t.title,
  c.severity, a.as_of, a.tool_version, a.catalog_version, a.catalog_digest, a.latest_linux,
  a.latest_windows,
  max(c.total, 1) as tests, c.failed as failures, c.insufficient_data as errors,
  case when c.total = 0 then 1 else c.not_applicable + c.waived end as skipped,
  c.total = 0 as empty
from v_control_counts c
join v_assessment a
join control_text t on t.control_id = c.control_id and t.lang = :lang
where a.assessment_id = cast(:assessment as integer)
order by c.position;
