-- What was handed over to the database {view}, in order, as text: what makes a run the same as another. One row per file; `run`
-- has several. Order: run, position.
select i.run, json_array(i.tool_version, i.known, i.max_record, i.max_string, i.max_depth, i.max_total, i.max_ratio,
    i.max_members, h.path, h.sha256, h.size, h.is_archive, h.captured_at, h.as_waivers)
from {view}.import_run i
left join {view}.handed_over h on h.run = i.run
order by i.run, h.position;
