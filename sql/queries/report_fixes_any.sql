-- Whether anything fails on the places of a page. Grain: one row where it does, else none. Order: none is needed for one
-- row.
select place
from temp.failure_fix
where place between :first_place and :last_place
order by place
limit 1;
