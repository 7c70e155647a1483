-- What the packed audit says was assessed. `run` is the import run behind which it came; of an older fargauge, which did not
-- note it, the last run of such a one. What was withdrawn had its label then. `rules` is the ruleset's digest. One row per assessment. Order: id.
select a.id, coalesce(a.label, w.label) as label, iif(a.as_of_from = 'option', a.as_of, null) as as_of, a.generated_at,
  coalesce(a.max_age_days, 0) as max_age_days,
  coalesce(a.run, (select max(run) from audit.import_run where known = 0), 0) as run, a.run is null as run_unknown, a.catalog_digest as rules
from audit.assessment a
left join audit.withdrawal w on w.assessment_id = a.id
order by a.id;
