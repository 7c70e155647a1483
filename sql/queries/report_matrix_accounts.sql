-- The rows of the heat map; where a split report shows not all, those with the most failures. Grain: one row per account
-- that has results. Order: account.
with failing as materialized (
  select r.account_id, count(*) as failures
  from resource r
  cross join resource_fact x on x.resource_id = r.id
  cross join temp.failure_fix f on f.place = x.place
  where :most + 0 >= 0
  group by r.account_id
), listed as (
  select a.account_id
  from (select r.account_id
        from resource r
        where exists (select 1 from assessment_control k cross join result e on e.id = k.base + r.id
                      where k.assessment_id = :assessment_id)
        group by r.account_id) a
  left join failing f on f.account_id is a.account_id
  order by coalesce(f.failures, 0) desc, a.account_id
  limit :most
)
select account_id, coalesce(account_id, '—') as account, coalesce(account_id, '') as account_mark
from listed
order by account_id;
