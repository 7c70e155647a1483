-- How much of each list a page shows, and how many are left out (sql/render/bounds.sql). Grain: one row. Order: none is
-- needed for one row.
select *
from temp.report_bound
order by most;
