-- The files that were imported, as resources of the back matter. A member of an archive has the hash of its own bytes.
-- Grain: one row per file. Order: path, hash.
select 'source ' || s.sha256 as source_name, s.path as source, s.sha256, s.size, s.kind, coalesce(m.text, s.kind) as kind_label,
  replace(coalesce(f.captured_at, s.captured_at), '.000Z', 'Z') as captured_at,
  coalesce(f.captured_from, s.captured_from) as captured_from,
  case when s.compression <> 'none' then 'application/gzip'
       when s.kind in (select kind from v_csv_kind) then 'text/csv'
       else 'application/json' end as media_type,
  v.used, v.rejected, v.of_no_interest
from source s
join v_source v on v.source_id = s.id
left join source_fact f on f.source_id = s.id
left join message m on m.lang = :lang and m.key = 'kind.' || s.kind
order by s.path, s.sha256;
