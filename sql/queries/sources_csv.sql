-- The rows of sources.csv: everything that was handed over, and what became of it. `outcome`: used, again (the bytes of
-- another row under another name; its records are counted there), refused (whole), replaced (refused, and handed over
-- anew later), passed_over (a link or the like, which may hide evidence; what is no export stands in the table only:
-- among it are reports of earlier runs). `capture_counts` is 1 where the newest assessment takes the capture time of the
-- file's records from this name. Grain: one row per file × name. Order: path, hash, outcome.
select path, outcome, kind, bytes, sha256, captured_at, captured_from,
  capture_counts, records, rejected, of_no_interest, more_pages, compression, encoding, archive, archive_bytes,
  archive_sha256, reason, line, byte_offset, tool_version
from (
  select s.path, 'used' as outcome, s.kind, s.size as bytes, s.sha256, s.captured_at, s.captured_from,
    iif(s.kind = 'waivers', null, h.counts) as capture_counts, s.used as records, s.rejected, s.of_no_interest,
    s.more_pages, s.compression, s.encoding, z.path as archive, z.size as archive_bytes, z.sha256 as archive_sha256,
    null as reason, null as line, null as byte_offset, s.tool_version
  from v_source s
  join v_handover h on h.source_id = s.source_id and h.path = s.path
  left join archive z on z.id = s.archive_id
  union all
  select h.path, 'again', h.kind, s.size, h.sha256, h.captured_at, h.captured_from,
    iif(h.kind = 'waivers', null, h.counts), null, null, null, null, s.compression, s.encoding, z.path, z.size, z.sha256,
    null, null, null, null
  from source_alias l
  join source s on s.id = l.source_id
  join v_handover h on h.source_id = l.source_id and h.path = l.path
  left join archive z on z.id = l.archive_id
  where l.path <> s.path
  union all
  select path, iif(forgiven, 'replaced', 'refused'), null, size, nullif(sha256, ''), null, null, null, null, null, null,
    null, null, null, null, null, null, reason, line, byte_offset, null
  from rejected_source
  union all
  select path, 'passed_over', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
    reason, null, null, null
  from passed_over
  where reason <> 'not_an_export'
)
order by path, sha256, outcome, reason, line, byte_offset;
