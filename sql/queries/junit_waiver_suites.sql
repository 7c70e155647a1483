-- The suite of the waivers, behind the others in the last file; no row where none was handed over, so that a run without
-- waivers has the suites of its results alone. Grain: one row at most. Order: none is needed for one row.
select json_array_length(:junit_parts) as suite_id, 'waivers' as kind, null as control_id, null as first, null as part,
  a.as_of, count(*) as tests, sum(c.failed) as failures, sum(c.errored) as errors, sum(c.skipped) as skipped
from v_waiver_case c
join v_assessment a
where :junit_last = '1'
group by a.assessment_id
order by suite_id;
