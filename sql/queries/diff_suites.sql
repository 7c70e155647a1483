-- The test suites of one file of diff.junit.xml, which holds the cases from :from_place to :to_place: one for each control of
-- either assessment. A suite that is spread over files carries its part's number from the second on, as junit_suites.sql
-- has it. Grain: one row per control. Order: reading order.
with suite as (
  select c.control_id, min(c.place) as first_place, max(c.place) as last_place, count(*) as tests,
    sum(c.outcome = 'failure') as failures, sum(c.outcome = 'error') as errors, sum(c.outcome = 'skipped') as skipped,
    max(c.number is null) as empty
  from temp.difference_case c
  where c.place between cast(:from_place as integer) and cast(:to_place as integer)
  group by c.control_id
), numbered as (
  select s.*,
    1 + (select count(distinct o.file) from temp.difference_case o
         where o.control_id = s.control_id and o.place < s.first_place) as part,
    exists (select 1 from temp.difference_case o where o.control_id = s.control_id and o.place > s.last_place) as goes_on
  from suite s
)
select n.control_id, n.control_id || iif(n.part > 1, ' (' || n.part || ')', '') as name,
  row_number() over (order by n.first_place) - 1 as suite_id, b.as_of, n.first_place, n.last_place, n.tests, n.failures, n.errors,
  n.skipped, n.empty, iif(n.part > 1 or n.goes_on, n.part, null) as part
from numbered n
join temp.difference_pair p
join assessment b on b.id = p.to_id
order by n.first_place;
