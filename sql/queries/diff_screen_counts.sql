-- The differences counted, for the screen. `part` is 0 for the heading, 2 for the sum. Grain: one row per line. Order: the
-- heading, the classes' own, the sum.
with word (key, text) as (
  select key, text from message where lang = :lang
)
select (select text from word where key = 'diff.head.class') as class,
  (select text from word where key = 'diff.head.results') as results,
  (select text from word where key = 'diff.head.failing') as failing,
  (select text from word where key = 'diff.head.meaning') as meaning, 0 as part, 0 as position
union all
select w.text, count(d.number), coalesce(sum(d.failing), 0), t.text, 1, c.position
from v_difference_class c
join word w on w.key = 'diff.class.' || c.class
join word t on t.key = 'diff.told.' || c.class
left join temp.difference d on d.class = c.class
group by c.class
having count(d.number) > 0 or c.class in ('new_failure', 'still_failing', 'fixed')
union all
select (select text from word where key = 'screen.status.all'), count(*), coalesce(sum(failing), 0), null, 2, 0
from temp.difference
order by part, position;
