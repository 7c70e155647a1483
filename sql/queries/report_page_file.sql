-- Whether a file of the folder `report` is a page of this report. Grain: one row where it is, else none. Order: none is
-- needed for one row.
select number
from temp.report_page
where file = :name
order by number;
