-- The packed audit's import runs with their limits. One row per run. Order: run.
select run, known, max_record, max_string, max_depth, max_total, max_ratio, max_members
from audit.import_run
order by run;
