-- Every resource's place in reading order, once for all controls. One row per resource; the index
-- resource_place already has most of that order. Each counts as itself until the next steps say otherwise.
insert into resource_fact (resource_id, counted_id, place, twin)
select id, id, row_number() over (order by account_id, region, cluster, name, type, arn), 1
from resource;
