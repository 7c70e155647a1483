-- Numbers between assessments of the packed audit that none has: some were taken out. One row per such range, the first 20, and how many
-- more there are. Order: number.
with gap (first, last) as (
  select max(coalesce(lag(id) over (order by id), 0), 0) + 1, id - 1
  from audit.assessment
)
select first, last, count(*) over () as gaps
from gap
where first <= last
order by first
limit 20;
