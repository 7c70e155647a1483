-- The import runs, with their limits. Grain: one row per run. Order: as they were made.
select run, tool_version as run_tool_version, known as run_known, max_record, max_string, max_depth, max_total, max_ratio, max_members
from import_run
order by run;
