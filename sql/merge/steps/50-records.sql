-- The records of the files that are new, and the resources that no record here has named yet. A record that knows a
-- resource's cluster completes those that did not.
insert into merged_record (old_id, new_id)
select r.id, (select coalesce(max(id), 0) from main.record) + row_number() over (order by r.id)
from other.record r
join merged_source s on s.old_id = r.source_id and s.is_new;

insert into main.record (id, source_id, pointer, byte_offset, byte_length, captured_at, line)
select m.new_id, s.new_id, e.pointer, e.byte_offset, e.byte_length, e.captured_at, e.line
from other.record e
join merged_record m on m.old_id = e.id
join merged_source s on s.old_id = e.source_id
order by e.id;

insert into main.rejection (source_id, pointer, byte_offset, byte_length, reason, detail, line)
select s.new_id, e.pointer, e.byte_offset, e.byte_length, e.reason, e.detail, e.line
from other.rejection e
join merged_source s on s.old_id = e.source_id and s.is_new
order by e.id;

insert into main.no_interest (source_id, type, count)
select s.new_id, e.type, e.count
from other.no_interest e
join merged_source s on s.old_id = e.source_id and s.is_new
order by s.new_id, e.type;

update main.resource
set cluster = e.cluster
from other.resource e
where e.arn = resource.arn and resource.cluster is null and e.cluster is not null;

insert into main.resource (arn, partition, account_id, region, type, cluster, name)
select e.arn, e.partition, e.account_id, e.region, e.type, e.cluster, e.name
from other.resource e
where e.arn not in (select arn from main.resource)
order by e.id;

insert into merged_resource (old_id, new_id)
select e.id, x.id
from other.resource e
join main.resource x on x.arn = e.arn;
