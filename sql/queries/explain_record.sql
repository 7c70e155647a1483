-- Where one record stands, as lines for the screen, its file named and dated as it counts for the assessment
-- (null: any). Grain: one row per line. Order: part; other names of the file by path.
with word (key, text) as (
  select key, text from message where lang = :lang
), name as (
  select n.*,
    row_number() over (order by coalesce(n.captured_at <= a.as_of, 1) desc, n.captured_at desc, n.path) as choice
  from record r
  join v_source_name n on n.source_id = r.source_id
  left join assessment a on a.id = :assessment_id
  where r.id = :record_id
), e as (
  select s.*, r.pointer, r.byte_offset, r.byte_length, n.path as counted_path, n.archive_id as counted_archive,
    coalesce(r.captured_at, n.captured_at) as captured,
    iif(r.captured_at is not null, 'record', n.captured_from) as how
  from record r
  join source s on s.id = r.source_id
  join name n on n.choice = 1
  where r.id = :record_id
), lines (part, position, line) as (
  select 1, 0, ''
  union all
  select 2, 0, w.text || ': ' || coalesce(k.text, e.kind) || ', ' || iif(e.pointer = '', '/', e.pointer)
  from e join word w on w.key = 'head.evidence' left join word k on k.key = 'kind.' || e.kind
  union all
  select 3, 0, '  ' || w.text || ': ' || e.counted_path from e join word w on w.key = 'explain.file'
  union all
  select 4, 0, '  ' || w.text || ': ' || z.path || ' (' || z.format || ', ' || z.size || ' ' || b.text || ', SHA-256 '
    || z.sha256 || ')'
  from e join archive z on z.id = e.counted_archive
  join word w on w.key = 'explain.archive' join word b on b.key = 'explain.bytes'
  union all
  select 5, 0, '  SHA-256: ' || e.sha256 from e
  union all
  select 6, 0, '  ' || w.text || ': ' || e.size || ' ' || b.text || ' (' || iif(e.compression = 'none', '', e.compression || ', ')
    || upper(e.encoding) || ')'
  from e join word w on w.key = 'sources.size' join word b on b.key = 'explain.bytes'
  union all
  select 7, 0, '  ' || w.text || ': ' || coalesce(iif(e.how = 'content', b.text || ' ', '') || e.captured || ' ', '')
    || '(' || coalesce(k.text, e.how) || ')'
  from e join word w on w.key = 'sources.captured' join word b on b.key = 'sources.not_before'
  left join word k on k.key = 'captured.' || e.how
  union all
  select 8, 0, '  JSON Pointer: ' || iif(e.pointer = '', '(' || w.text || ')', e.pointer)
  from e join word w on w.key = 'explain.whole_document'
  where e.kind not in (select kind from v_csv_kind)
  union all
  select 8, 0, '  ' || w.text || ': ' || e.pointer from e join word w on w.key = 'explain.row'
  where e.kind in (select kind from v_csv_kind)
  union all
  select 9, 0, '  ' || w.text || ': ' || e.byte_offset || ', ' || l.text || ': ' || e.byte_length || ' ' || b.text
  from e join word w on w.key = 'explain.offset' join word l on l.key = 'explain.length'
  join word b on b.key = 'explain.bytes'
  union all
  select 10, 0, '  ' || w.text || ': fargauge ' || e.tool_version from e join word w on w.key = 'explain.imported'
  union all
  select 11, n.choice, '  ' || w.text || ': ' || n.path
    || coalesce(' (' || n.captured_at || coalesce(', ' || k.text, '') || ')', '')
  from name n join word w on w.key = 'sources.alias'
  left join word k on k.key = 'captured.' || n.captured_from
  where n.choice > 1
)
select line, 0 as alarm
from lines
order by part, position;
