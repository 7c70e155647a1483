-- How many pages a split report has. Grain: one row where it is split, else none. Order: none is needed for one row.
select count(*) as pages, count(distinct account_number) as page_accounts, sum(resources) as paged_resources,
  (select count(*) from temp.failure_fix) as paged_failures,
  nullif(max(count(*) - :most * 20, 0), 0) as pages_left
from temp.report_page
having :paged is not null
order by pages;
