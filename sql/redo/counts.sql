-- How many results and records the packed audit has, and how many of its assessments were judged by other rules. One row.
select (select count(*) from audit.result) as results, (select count(*) from audit.record) as records,
  (select count(*) from audit.assessment where catalog_digest <> (select digest from main.catalog)) as other_rules;
