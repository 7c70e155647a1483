-- Which view of each service counts: the newest capture at or before as_of. A service is its place
-- (partition, account, region, cluster, name), so that a short and a long ARN of it are one. At the
-- same moment describe-services wins over Config, which knows less; then the file's hash decides, so
-- that the order of import does not.
--
-- Of most services there is one view. Where there are several, they are ranked by one text, of fixed widths (the place in
-- the file counts down from 2^53 - 1, which is of 16 digits as long as files are smaller than 8 PB) and with the view's id
-- at its end.
insert into assessment_service (assessment_id, service_id, resource_id, described_id)
with view as not materialized (
  select k.counted_id, s.origin,
    iif(r.captured_at is null, iif(s.origin = 'ecs', f.ecs_key, f.config_key),
      r.captured_at || (s.origin = 'ecs') || f.rank) || (9007199254740991 - r.byte_offset) || s.id as seen_key
  from resource_fact k
  cross join service s on s.resource_id = k.resource_id
  cross join record r on r.id = s.record_id
  cross join source_rank f on f.source_id = r.source_id
  join assessment a on a.id = :assessment
  -- by its own time, else by that of the handing-over that counts: none does where all are later
  where r.captured_at <= a.as_of or (r.captured_at is null and f.ecs_key is not null)
), seen as (
  select k.counted_id, min(s.id) as first, max(s.id) as last
  from resource_fact k
  cross join service s on s.resource_id = k.resource_id
  group by k.counted_id
), newest as (
  select n.counted_id, n.first = n.last as alone,
    iif(n.first = n.last, n.first,
      (select cast(substr(max(v.seen_key), 52) as integer) from view v where v.counted_id = n.counted_id)) as service_id
  from seen n
  limit -1 -- so that SQLite works out each column once, not wherever it is named below
)
select :assessment, s.id, s.resource_id,
  case when s.origin = 'ecs' then s.id
       when not n.alone then (select cast(substr(max(v.seen_key), 52) as integer)
                              from view v where v.counted_id = n.counted_id and v.origin = 'ecs') end
from newest n
cross join service s on s.id = n.service_id
cross join record r on r.id = s.record_id
cross join source_rank f on f.source_id = r.source_id
join assessment a on a.id = :assessment
-- what stands alone was not asked yet
where r.captured_at <= a.as_of or (r.captured_at is null and f.ecs_key is not null);
