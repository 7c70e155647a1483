-- The suite of the waivers, behind those of the controls; no row where none was handed over, so that a run without
-- waivers has the suites of its controls alone. Grain: one row at most. Order: none is needed for one row.
select (select count(*) from v_control_counts) as suite_id, t.text as title, a.as_of, a.tool_version,
  a.catalog_version, a.catalog_digest, count(*) as tests, sum(c.failed) as failures, sum(c.errored) as errors,
  sum(c.skipped) as skipped
from v_waiver_case c
join v_assessment a
join message t on t.lang = :lang and t.key = 'junit.waivers'
where a.assessment_id = cast(:assessment as integer)
group by a.assessment_id
order by suite_id;
