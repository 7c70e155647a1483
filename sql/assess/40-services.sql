-- Which view of each service counts: the newest capture at or before as_of. A service is its place
-- (partition, account, region, cluster, name), so that a short and a long ARN of it are one. At the
-- same moment describe-services wins over Config, which knows less; then the file's hash decides, so
-- that the order of import does not.
insert into assessment_service (assessment_id, service_id, resource_id, described_id)
with seen as (
  select s.id, s.resource_id, s.origin, coalesce(r.captured_at, c.captured_at) as captured_at,
    f.sha256, r.byte_offset, o.partition, o.account_id, o.region, ifnull(o.cluster, '') as cluster,
    o.name
  from service s
  join record r on r.id = s.record_id
  join source f on f.id = r.source_id
  left join source_fact c on c.source_id = r.source_id
  join resource o on o.id = s.resource_id
  join assessment a on a.id = :assessment
  -- by its own time, else by that of the handing-over that counts: none does where all are later
  where r.captured_at <= a.as_of or (r.captured_at is null and c.source_id is not null)
), ranked as (
  select id, resource_id, origin,
    row_number() over place as place,
    first_value(case when origin = 'ecs' then id end) over (
      partition by partition, account_id, region, cluster, name
      order by origin = 'ecs' desc, captured_at desc, sha256, byte_offset) as described
  from seen
  window place as (partition by partition, account_id, region, cluster, name
    order by captured_at desc, origin = 'ecs' desc, sha256, byte_offset)
)
select :assessment, id, resource_id, described from ranked where place = 1;
