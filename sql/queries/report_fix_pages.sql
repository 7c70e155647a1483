-- The pages of a split report on which one remedy mends something, the first of many. Grain: one row per page. Order:
-- reading order.
select 'report/' || p.file || '#fix-' || :fix_control || iif(:variant = 'default', '', '-' || :variant) as href,
  coalesce(p.account_id, '—') as page_account, iif(p.page_number > 1 or p.next_number > 1, p.page_number, null) as shown_number,
  count(*) as page_failures,
  -- told behind the last one that is shown
  iif(row_number() over (order by p.number) = :most, nullif(count(*) over () - :most, 0), null) as pages_left
from temp.report_page p
cross join temp.failure_fix f on f.place between p.first_place and p.last_place
where f.fix_control = :fix_control and f.variant = :variant
group by p.number
order by p.number
limit :most;
