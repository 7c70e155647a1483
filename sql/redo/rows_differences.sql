-- Rows of a kind that differ: 'another' with what differs, 'missing' from the packed audit, 'added' to it. The first 20.
-- Order: key.
select coalesce(p.key, r.key) as key,
  case when p.key is null then 'missing' when r.key is null then 'added' else 'another' end as finding,
  (select group_concat(a.key || ' is ' || coalesce(nullif(substr(a.value, 1, 120), ''), 'empty') || ', made again '
       || coalesce(nullif(substr(b.value, 1, 120), ''), 'empty'), '; ')
   from json_each(p.said) a
   join json_each(r.said) b on b.key = a.key
   where a.value is not b.value) as told
from (select key, twin, said from temp.redo_row where side = 'audit') p
full outer join (select key, twin, said from temp.redo_row where side = 'main') r on r.key = p.key and r.twin = p.twin
where p.said is not r.said
order by 1, coalesce(p.twin, r.twin)
limit 20;
