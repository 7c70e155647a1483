-- Evidence with its provenance.

-- One row per record: where it stands and when it was captured. captured_from 'record' means that the
-- record carries its own time (Config items, findings); else see source.captured_from. Of bytes that were
-- handed over more than once, the handing-over that counts for the newest assessment is shown.
create view v_record as
select r.id as record_id, r.source_id, coalesce(f.path, s.path) as source, s.sha256, s.kind,
  r.pointer as record, r.byte_offset, r.byte_length,
  coalesce(r.captured_at, f.captured_at, s.captured_at) as captured_at,
  case when r.captured_at is not null then 'record' else coalesce(f.captured_from, s.captured_from) end
    as captured_from
from record r
join source s on s.id = r.source_id
left join source_fact f on f.source_id = r.source_id;

-- One row per source: its facts and what became of its records.
create view v_source as
select s.id as source_id, s.path, s.archive_id, s.sha256, s.size, s.kind, s.compression, s.encoding, s.captured_at,
  s.captured_from, s.more_pages, s.tool_version,
  (select count(*) from record r where r.source_id = s.id) as used,
  (select count(*) from rejection j where j.source_id = s.id) as rejected,
  (select coalesce(sum(n.count), 0) from no_interest n where n.source_id = s.id) as of_no_interest
from source s;

-- The newest time that any evidence carries; one row, null in an empty database.
create view v_newest_capture as
select max(captured_at) as captured_at
from (select max(captured_at) as captured_at from source where kind <> 'waivers'
      union all
      select max(l.captured_at) from source_alias l
        join source s on s.id = l.source_id and s.kind <> 'waivers'
      union all
      select max(r.captured_at) from record r);
