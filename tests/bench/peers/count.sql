-- Rows, and how many of them pass and fail by the simple rule of their extract.
select count(*), count(*) filter (where pass), count(*) filter (where not pass)
from (
  select platform_version in ('LATEST', '1.4.0') as pass from service
  union all
  select compliance = 'PASSED' from finding
);
