-- Where evidence is from. Grain: one row per account × Region. Order: account, Region.
select distinct account_id, region, coalesce(account_id, '—') as account, coalesce(region, '—') as region_name
from v_coverage
order by account_id, region
limit :most;
