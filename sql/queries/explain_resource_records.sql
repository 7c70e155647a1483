-- Every record that names a resource, where no result does. Grain: one row per record. Order: the newest
-- first.
select v.record_id
from (select :resource_id as id
      union
      select resource_id from resource_fact where counted_id = :resource_id) k
cross join v_resource_record v on v.resource_id = k.id
join v_record r on r.record_id = v.record_id
group by v.record_id
order by r.captured_at desc, r.sha256, r.byte_offset;
