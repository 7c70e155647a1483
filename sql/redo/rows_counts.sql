-- How many rows of a kind there are on each side, and how many differ. One row.
select count(p.key) as packed, count(r.key) as made, sum(p.said is not r.said) as differ
from (select key, twin, said from temp.redo_row where side = 'audit') p
full outer join (select key, twin, said from temp.redo_row where side = 'main') r on r.key = p.key and r.twin = p.twin;
