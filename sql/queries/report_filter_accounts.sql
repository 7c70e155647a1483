-- The accounts that the page's filter offers: none where a report is split, because a page is of one. Grain: one row per
-- account that has results. Order: account.
select coalesce(r.account_id, '—') as account, coalesce(r.account_id, '') as account_mark
from resource r
where :paged is null
  and exists (select 1 from assessment_control k cross join result e on e.id = k.base + r.id
              where k.assessment_id = :assessment_id)
group by r.account_id
order by r.account_id;
