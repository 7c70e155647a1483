-- Every resource's place in reading order, once for all controls.
insert into resource_fact (resource_id, counted_id, place, twin)
select id, id,
  row_number() over (order by account_id, region, cluster, name, type, arn),
  row_number() over (partition by account_id, region, cluster, name, type order by arn)
from resource;
