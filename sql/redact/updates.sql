-- The statements that redact, one per table, and one more for what needs to know all names first. The function
-- redact(how, text) is the program's. Order: names first, table.
select format('update "%w" set %s;', k."table", group_concat(
  case k.how
    when 'list' then format('"%w" = (select json_group_array(redact(''name'', value)) from json_each("%w"))',
      k."column", k."column")
    when 'strategy' then format('"%w" = (select json_group_array(json_object('
        || '''capacityProvider'', redact(''name'', json_extract(value, ''$.capacityProvider'')), '
        || '''weight'', json_extract(value, ''$.weight''), ''base'', json_extract(value, ''$.base''))) from json_each("%w"))',
      k."column", k."column")
    else format('"%w" = redact(%Q, "%w")', k."column", k.how, k."column")
  end, ', '))
from redacted_column k
where k.how not in ('keep', 'rules')
group by k.how = 'mixed', k."table"
order by k.how = 'mixed', k."table";
