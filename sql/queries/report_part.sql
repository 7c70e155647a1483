-- What a page of the report shows: all places, unless it is one of several (report_page). Grain: one row. Order: none is
-- needed for one row.
select ifnull(min(x.place), 1) as first_place, ifnull(max(x.place), 0) as last_place
from resource_fact x
order by first_place;
