-- Every file that was imported, under its first name. `counts`: it has other names, and the capture time that
-- counts is the one of this name. Grain: one row per file. Order: path, hash.
select s.source_id, 'source-' || s.sha256 as anchor, s.path, coalesce(k.text, s.kind) as kind_label,
  s.size, s.sha256, nullif(trim(iif(s.compression = 'gzip', 'gzip ', '') || iif(s.encoding = 'utf-8', '', upper(s.encoding))), '') as compression, s.captured_at,
  coalesce(m.text, s.captured_from) as captured_origin, s.captured_from = 'content' as not_before,
  s.kind <> 'waivers' and f.path = s.path
    and exists (select 1 from source_alias l where l.source_id = s.source_id) as counts,
  z.path as archive_path, z.format as archive_format, z.size as archive_size, z.sha256 as archive_sha256,
  iif(:most + 0 >= 0, nullif(max((select count(*) from source_alias l where l.source_id = s.source_id) - :most_inside, 0), 0), null)
    as aliases_left,
  iif(:most + 0 >= 0, nullif(max((select count(*) from no_interest o where o.source_id = s.source_id) - :most_inside, 0), 0), null)
    as types_left,
  iif(:most + 0 >= 0, nullif(max(s.rejected - :most_inside, 0), 0), null) as rejections_left,
  s.used, s.of_no_interest, s.rejected, s.more_pages, s.tool_version as import_version
from v_source s
left join archive z on z.id = s.archive_id
left join source_fact f on f.source_id = s.source_id
left join message k on k.lang = :lang and k.key = 'kind.' || s.kind
left join message m on m.lang = :lang and m.key = 'captured.' || s.captured_from
order by s.path, s.sha256
limit :most;
