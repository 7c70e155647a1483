-- What a merge has brought, or would have. One row.
select
  (select count(*) from merged_source where is_new) as files,
  (select count(*) from merged_source where not is_new) as known_files,
  (select count(*) from merged_run r join other.import_run i on i.run = r.old_run where r.is_new) as runs,
  (select count(*) from merged_run r join other.import_run i on i.run = r.old_run where not r.is_new) as known_runs,
  (select count(*) from merged_record) as records,
  (select count(*) from other.assessment) as assessments,
  (select count(*) from other.own_rule) > 0 and not exists (select 1 from main.own_rule) as brings_rules;
