-- What differs most, for the screen: the first :most in the order of the classes, in each the gravest first, without what
-- is as it was. `part` is 0 for the heading, 2 for how many are left out. Grain: one row per line. Order: the heading, that of
-- the differences, the rest.
with word (key, text) as (
  select key, text from message where lang = :lang
), listed as (
  select d.*, row_number() over (order by d.number) as place
  from temp.difference d
  join v_difference_class c on c.class = d.class and c.listed
)
select (select text from word where key = 'diff.head.class') as class,
  (select text from word where key = 'screen.status.control') as control,
  (select text from word where key = 'screen.status.account') as account,
  (select text from word where key = 'diff.head.place') as region,
  (select text from word where key = 'diff.head.resource') as resource,
  (select text from word where key = 'diff.head.change') as change, 0 as part, 0 as place
where exists (select 1 from listed)
union all
select w.text, l.control_id, coalesce(r.account_id, '-'), coalesce(r.region, '-') || coalesce(' / ' || r.cluster, ''), r.name,
  coalesce(a.text, '—') || iif(l.from_status is l.to_status, '', ' → ' || coalesce(b.text, '—')) || coalesce(iif(:lang = 'ja', '（' || u.text || '）', ' (' || u.text || ')'), ''),
  1, l.place
from listed l
join resource r on r.id = l.resource_id
join word w on w.key = 'diff.class.' || l.class
left join word a on a.key = 'status.' || l.from_status
left join word b on b.key = 'status.' || l.to_status
left join word u on u.key = 'diff.cause.' || l.cause
where l.place <= :most
union all
select replace((select text from word where key = 'diff.more'), '{count}', count(*)), null, null, null, null, null, 2, 0
from listed
where place > :most
having count(*) > 0
order by part, place;
