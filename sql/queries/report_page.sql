-- The page of a split report that is being written: the last one that was planned, with those beside it. Grain: one row, or
-- none. Order: none is needed for one row.
select p.file, p.resources, p.number, p.first_place, p.last_place, p.account_id as page_account_id, coalesce(p.account_id, '—') as page_account,
  p.account_number, p.page_number, iif(p.page_number > 1 or p.next_number > 1, p.page_number, null) as shown_number,
  b.file as previous_file, coalesce(b.account_id, '—') as previous_account, b.page_number as previous_number,
  p.next_stem || iif(p.next_number > 1, format('-%03d', p.next_number), '') || '.html' as next_file,
  coalesce(p.next_account, '—') as next_account, p.next_number
from temp.report_page p
left join temp.report_page b on b.number = p.number - 1
order by p.number desc
limit 1;
