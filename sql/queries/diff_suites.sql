-- The test suites of diff.junit.xml: one for each control of either assessment. What did not change is no test case; a suite
-- without any has one that says so. Grain: one row per control. Order: reading order.
with outcome as (
  select d.control_id, count(*) as tests, sum(d.outcome = 'failure') as failures, sum(d.outcome = 'error') as errors,
    sum(d.outcome = 'skipped') as skipped
  from temp.difference d
  where d.outcome is not null
  group by d.control_id
)
select k.id as control_id, row_number() over (order by k.position) - 1 as suite_id, b.as_of, coalesce(o.tests, 1) as tests,
  coalesce(o.failures, 0) as failures, coalesce(o.errors, 0) as errors, coalesce(o.skipped, 1) as skipped, o.tests is null as empty
from temp.difference_pair p
join assessment b on b.id = p.to_id
join control k on exists (select 1 from assessment_control x
                          where x.assessment_id in (p.from_id, p.to_id) and x.control_id = k.id)
left join outcome o on o.control_id = k.id
order by k.position;
