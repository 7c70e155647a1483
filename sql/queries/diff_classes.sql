-- The differences counted by class, in their order; of those that are listed how many the page leaves out. Grain: one row per
-- class that there is. Order: the classes' own.
select c.class, w.text as class_label, t.text as told, count(*) as results, sum(d.failing) as failing, c.listed,
  'class-' || c.class as anchor, '#class-' || c.class as href,
  'number' || iif(sum(d.failing) > 0, ' failed', '') as failing_class, nullif(max(0, count(*) - :most), 0) as "left", :most as most
from temp.difference d
join v_difference_class c on c.class = d.class
join message w on w.lang = :lang and w.key = 'diff.class.' || c.class
join message t on t.lang = :lang and t.key = 'diff.told.' || c.class
group by c.class
order by c.position;
