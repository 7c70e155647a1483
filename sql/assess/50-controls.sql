-- The controls that are computed, in reading order.
select id, view from control where view is not null order by position;
