-- Accounts and Regions that only one of the two periods' evidence holds. Grain: one row per account × Region. Order: account,
-- Region.
select coalesce(s.account_id, '-') as account, coalesce(s.region, '-') as region_name, t.text as scope_label
from temp.difference_place s
join message t on t.lang = :lang and t.key = 'diff.' || s.scope
order by s.account_id, s.region;
