-- How many results and records the packed audit has. One row.
select (select count(*) from audit.result) as results, (select count(*) from audit.record) as records;
