-- Own rules that the two databases have differently, where both have any. One row: their names; null where there are none.
select group_concat(path, ', ')
from (
  select path
  from (select path, text from main.own_rule except select path, text from other.own_rule)
  where exists (select 1 from other.own_rule)
  union
  select path
  from (select path, text from other.own_rule except select path, text from main.own_rule)
  where exists (select 1 from main.own_rule)
  order by 1
);
