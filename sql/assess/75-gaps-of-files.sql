-- Gaps in the evidence: files that are not whole, not dated, too old, or of which something could not be used.
-- Statements of AWS's exports alone are compared; nothing here changes a result. One row per gap.
insert into gap (assessment_id, kind, account_id, region, resource_type, resource, source_id, record_id, detail, expected)
with moment as materialized (
  select id, as_of, max_age_days from assessment where id = :assessment
), handed as materialized (
  -- files of which something counts by then: they were handed over by then, or hold records that are of before
  select s.id as source_id, coalesce(f.path, s.path) as path, s.kind, s.more_pages,
    iif(f.source_id is null, s.captured_at, f.captured_at) as captured_at,
    coalesce(f.captured_from, s.captured_from) as captured_from
  from source s
  join moment m
  left join source_fact f on f.source_id = s.id
  where s.kind <> 'waivers'
    and (f.source_id is not null
      or exists (select 1 from record r where r.source_id = s.id and r.captured_at <= m.as_of))
)
select m.id, 'pages_left', null, null, null, h.path, h.source_id, null, h.kind, null
from handed h
join moment m
where h.more_pages
union all
select m.id, 'undated', null, null, null, h.path, h.source_id, null, h.captured_from, null
from handed h
join moment m
where h.captured_at is null
  and not exists (select 1 from record r where r.source_id = h.source_id and r.captured_at is not null)
union all
select m.id, 'capture_too_old', null, null, null, h.path, h.source_id, null, h.captured_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', m.as_of, '-' || m.max_age_days || ' days')
from handed h
join moment m
where m.max_age_days is not null
  and h.captured_at < strftime('%Y-%m-%dT%H:%M:%fZ', m.as_of, '-' || m.max_age_days || ' days')
union all
select m.id, 'file_refused', null, null, null, j.path, null, null, j.reason, null
from (select path, reason, max(id) from rejected_source where forgiven = 0 group by path) j
join moment m
union all
select m.id, 'records_rejected', null, null, null, h.path, h.source_id, null, count(*), null
from handed h
cross join rejection j on j.source_id = h.source_id
join moment m
group by h.source_id;
