-- The rows of inputs.csv: what was handed over, each time it was, and under which name its bytes are in the pack. Grain: one
-- row per run × file. Order: as they were handed over.
select i.number, h.run, h.position, h.path, iif(f.path is null, null, i.name) as packed, nullif(h.sha256, '') as sha256, h.size,
  h.is_archive, h.as_waivers, h.captured_at, h.outcome
from handed_over h
left join temp.pack_input i on i.sha256 = h.sha256
left join temp.pack_found f on f.sha256 = h.sha256
order by h.run, h.position;
