-- How many files the packed audit imported in another order than it says they were handed over. One row.
select count(*)
from audit.source p
join main.source o on o.sha256 = p.sha256 and o.id <> p.id;
