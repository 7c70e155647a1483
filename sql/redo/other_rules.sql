-- How many of the packed audit's assessments were judged by other rules than those by which they were made again; before
-- redo/claims. One row.
select count(*) from audit.assessment a left join main.assessment m on m.id = a.id where a.catalog_digest is not m.catalog_digest;
