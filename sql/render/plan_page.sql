-- The next page of a split report behind the :number-th: the resources with results that follow, of one account and :most
-- at most. Its row takes the place of one that was planned larger; no row where nothing is left.
-- An account's files are called by its id where that is one of AWS's, which is twelve digits, else by its number, because
-- what data says must not name files.
insert or replace into temp.report_page (number, account_id, account_number, page_number, stem, file, first_place,
  last_place, resources, next_account, next_stem, next_number)
with before as (
  select p.* from (select 1) left join temp.report_page p on p.number = :number
), part as materialized (
  -- one more than a page takes, because it tells who comes next
  select x.place, r.account_id
  from resource_fact x not indexed -- its own order is the reading order
  cross join resource r on r.id = x.resource_id
  where x.place > coalesce((select last_place from temp.report_page where number = :number), -1)
    and exists (select 1 from assessment_control k cross join result e on e.id = k.base + x.resource_id
                where k.assessment_id = (select assessment_id from v_assessment_id))
  order by x.place
  limit :most + 1
), taken as (
  select f.account_id, min(p.place) as first_place, max(p.place) as last_place, count(*) as resources
  from (select account_id from part order by place limit 1) f
  cross join (select * from part order by place limit :most) p on p.account_id is f.account_id
  having count(*) > 0
), following as (
  select p.account_id, p.account_id is t.account_id as same
  from taken t
  cross join part p on p.place > t.last_place
  order by p.place
  limit 1
), numbered as (
  select t.*, coalesce(b.account_number, 0) + (b.number is null or b.account_id is not t.account_id) as account_number,
    iif(b.number is not null and b.account_id is t.account_id, b.page_number + 1, 1) as page_number,
    f.same, f.account_id as next_account
  from taken t
  cross join before b
  left join following f
), named as (
  select n.*, iif(length(account_id) = 12 and account_id not glob '*[^0-9]*', account_id, 'other-' || account_number) as stem,
    case when same is null then null
      when length(next_account) = 12 and next_account not glob '*[^0-9]*' then next_account
      else 'other-' || (account_number + not same) end as next_stem
  from numbered n
)
select :number + 1, account_id, account_number, page_number, stem,
  stem || iif(page_number > 1, format('-%03d', page_number), '') || '.html',
  first_place, last_place, resources, next_account, next_stem, iif(same, page_number + 1, iif(same is null, null, 1))
from named;
