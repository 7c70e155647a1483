-- The rows of import-log.csv: what import did with everything that it met. `what` is file, again (the same bytes under another
-- name), refused_file, rejected_record, no_interest (records of a type that fargauge does not read, counted) or passed_over.
-- Grain: one row per event. Order: what, path, archive, place in the file, reason, hash.
select what, path, archive, run, kind, sha256, size, compression, encoding, captured_at, captured_from, used, rejected,
  of_no_interest, more_pages, record, line, byte_offset, byte_length, count, reason, detail, hint, forgiven
from (
  select 1 as rank, 'file' as what, s.path, z.path as archive, o.run, s.kind, s.sha256, s.size, s.compression, s.encoding,
    s.captured_at, s.captured_from, s.used, s.rejected, s.of_no_interest, s.more_pages, null as record, null as line,
    null as byte_offset, null as byte_length, null as count, null as reason, null as detail, null as hint, null as forgiven
  from v_source s
  join source o on o.id = s.source_id
  left join archive z on z.id = s.archive_id
  union all
  select 2, 'again', a.path, z.path, null, s.kind, s.sha256, s.size, s.compression, s.encoding, a.captured_at, a.captured_from,
    null, null, null, null, null, null, null, null, null, null, null, null, null
  from source_alias a
  join source s on s.id = a.source_id
  left join archive z on z.id = a.archive_id
  union all
  select 3, 'refused_file', path, null, null, null, nullif(sha256, ''), size, null, null, null, null, null, null, null, null, null,
    line, byte_offset, null, null, reason, null, nullif(hint, ''), forgiven
  from rejected_source
  union all
  select 4, 'rejected_record', s.path, z.path, s.run, s.kind, s.sha256, null, null, null, null, null, null, null, null, null,
    r.pointer, r.line, r.byte_offset, r.byte_length, null, r.reason, r.detail, null, null
  from rejection r
  join source s on s.id = r.source_id
  left join archive z on z.id = s.archive_id
  union all
  select 5, 'no_interest', s.path, z.path, s.run, s.kind, s.sha256, null, null, null, null, null, null, null, null, null, null,
    null, null, null, n.count, n.type, null, null, null
  from no_interest n
  join source s on s.id = n.source_id
  left join archive z on z.id = s.archive_id
  union all
  select 6, 'passed_over', path, null, run, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
    null, null, reason, null, null, null
  from passed_over
)
order by rank, path, archive, byte_offset, record, reason, detail, sha256;
