-- The number of a new import run. One row.
select coalesce(max(run), 0) + 1 from import_run;
