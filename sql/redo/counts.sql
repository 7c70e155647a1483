-- How many results and records the packed audit has, and how many of its assessments were judged by other rules than those by
-- which they were made again. One row.
select (select count(*) from audit.result) as results, (select count(*) from audit.record) as records,
  (select count(*) from audit.assessment a left join main.assessment m on m.id = a.id
   where a.catalog_digest is not m.catalog_digest) as other_rules;
