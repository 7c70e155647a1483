-- The names under which a record's file was handed over, to read its bytes again. Grain: one row per name.
-- Order: the name that counts for the assessment (null: any) first, then by path.
select n.path, z.path as archive, s.sha256, s.encoding, r.byte_offset, r.byte_length,
  s.kind not in (select kind from v_csv_kind) as is_json
from record r
join source s on s.id = r.source_id
join v_source_name n on n.source_id = s.id
left join archive z on z.id = n.archive_id
left join assessment a on a.id = :assessment_id
where r.id = :record_id
order by coalesce(n.captured_at <= a.as_of, 1) desc, n.captured_at desc, n.path;
