-- How many failures of the later assessment count. Grain: one row. Order: none is needed for one row.
select coalesce(sum(iif(p.only_new, d.new_failure, d.failing)), 0) as failures
from temp.difference_pair p
left join temp.difference d
order by 1;
