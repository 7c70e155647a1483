-- Every resource in reading order (account, Region, cluster, name), once for all controls: its place is its number. One row
-- per resource; the index resource_place has that order, and nothing else is read. Those of one name are put in order, and
-- each counts as itself, until the next steps say otherwise.
insert into resource_fact (resource_id, counted_id, twin)
select id, id, 1
from resource
order by account_id, region, cluster, name, type, id;
