-- What a page shows: all resources, or those of one account where :account is given ('' stands for those without one).
-- Their places follow each other, so a page is a range of them. With the remedies that controls share (v_fix_map), made
-- once. Grain: one row. Order: none is needed for one row.
select ifnull(min(x.place), 1) as first_place, ifnull(max(x.place), 0) as last_place,
  (select fix_map from v_fix_map where lang = :lang) as fix_map
from resource_fact x
where :account is null
   or x.resource_id in (select id from resource where account_id is nullif(:account, ''))
order by first_place;
