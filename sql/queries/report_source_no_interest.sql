-- What in one file is of no interest here. Grain: one row per type. Order: type.
select type, count
from no_interest
where source_id = :source_id
order by type
limit :most_inside;
