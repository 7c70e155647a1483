-- The rows of the account × control matrix. Grain: one row per account that has results. Order: account.
select r.account_id, coalesce(r.account_id, '—') as account
from v_result e
join resource r on r.id = e.resource_id
where e.assessment_id = :assessment_id
group by r.account_id
order by r.account_id;
