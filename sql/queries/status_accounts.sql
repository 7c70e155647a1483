-- Failures by account for the screen, among what is in scope, as the report's matrix has them: the :most accounts with
-- the most failures, then the others as one row. `part` is 0 for the heading, 2 for the others. Grain: one row per
-- line. Order: the heading, most failures first, account.
with word (key, text) as (
  select key, text from message where lang = :lang
), account as (
  select r.account_id, sum(e.status = 'FAILED') as failed, sum(e.status <> 'NOT_APPLICABLE') as in_scope,
    row_number() over (order by sum(e.status = 'FAILED') desc, r.account_id) as place
  from v_result e
  join resource r on r.id = e.resource_id
  where e.assessment_id = (select assessment_id from v_assessment_id)
  group by r.account_id
)
select (select text from word where key = 'screen.status.account') as account,
  (select text from word where key = 'screen.status.failed') as failed,
  (select text from word where key = 'screen.status.in_scope') as in_scope, 0 as part, 0 as place
union all
select coalesce(account_id, (select text from word where key = 'screen.status.no_account')), failed, in_scope, 1, place
from account
where place <= :most
union all
select replace((select text from word where key = 'screen.status.more_accounts'), '{count}', count(*)), sum(failed),
  sum(in_scope), 2, 0
from account
where place > :most
having count(*) > 0
order by part, place;
