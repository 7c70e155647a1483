-- The head of summary.md: the moment judged, what it comes to, and how many failures it lists. Words that data fills are
-- cut: a job's summary may hold 1 MiB. Grain: one row. Order: none is needed for one row.
select a.assessment_id, a.as_of, a.tool_version, c.failed, c.undecided, c.waived, c.passed, c.outside,
  c.failed > 0 as fails, c.failed = 0 and c.decided > 0 as clean, c.failed = 0 and c.decided = 0 as empty,
  (select count(*) from gap g where g.assessment_id = a.assessment_id) as gaps,
  (select count(*) from rejected_source where not forgiven) as refused,
  min(c.failed, 200) as shown, nullif(max(c.failed - 200, 0), 0) as left_out,
  nullif(max((select count(*) from v_control_counts) - 100, 0), 0) as controls_left_out
from v_assessment a
join (select coalesce(sum(failed), 0) as failed, coalesce(sum(insufficient_data), 0) as undecided,
        coalesce(sum(waived), 0) as waived, coalesce(sum(passed), 0) as passed,
        coalesce(sum(not_applicable), 0) as outside,
        coalesce(sum(passed + failed + waived), 0) as decided
      from v_control_counts) c
where a.assessment_id = cast(:assessment as integer)
order by a.assessment_id;
