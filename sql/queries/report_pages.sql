-- The pages of a split report with their numbers, the first of very many. Grain: one row per page. Order: reading order.
select 'report/' || p.file as href, coalesce(p.account_id, '—') as page_account,
  iif(p.page_number > 1 or p.next_number > 1, p.page_number, null) as shown_number, p.resources as page_resources,
  (select count(*) from temp.failure_fix f where f.place between p.first_place and p.last_place) as page_failures,
  (select count(distinct f.place) from temp.failure_fix f where f.place between p.first_place and p.last_place)
    as page_failing
from temp.report_page p
order by p.number
limit iif(:most + 0 < 0, -1, :most * 20);
