-- Every resource in reading order, once for all controls: its place is its number. One row per resource; the index
-- resource_place already has most of that order. Each counts as itself until the next steps say otherwise.
insert into resource_fact (resource_id, counted_id, twin)
select id, id, 1
from resource
order by account_id, region, cluster, name, type, arn;
