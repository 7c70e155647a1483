-- What the packed audit says was assessed. `run` is the import run behind which it came; of an older fargauge, which did not
-- note it, the last run of such a one. One row per assessment. Order: id.
select id, label, iif(as_of_from = 'option', as_of, null) as as_of, generated_at, coalesce(max_age_days, 0) as max_age_days,
  coalesce(run, (select max(run) from audit.import_run where known = 0), 0) as run, run is null as run_unknown
from audit.assessment
order by id;
