-- Accounts and Regions that only one of the two periods' evidence holds. Grain: one row per account × Region. Order: account,
-- Region.
select coalesce(s.account_id, '-') as account, coalesce(s.region, '-') as region_name, t.text as scope_label
from (select r.account_id, r.region,
        case when max(d.from_status is not null) = 0 then 'new_place' when max(d.to_presence = 'seen') = 0 then 'not_seen_to'
          when max(d.from_presence = 'seen') = 0 then 'not_seen_from' end as scope
      from temp.difference d
      join resource r on r.id = d.resource_id
      group by r.account_id, r.region) s
join message t on t.lang = :lang and t.key = 'diff.' || s.scope
order by s.account_id, s.region;
