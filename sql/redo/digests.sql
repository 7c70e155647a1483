-- The ruleset of the packed audit and of the one that is made again. One row.
select coalesce((select digest from audit.catalog), '') as packed, coalesce((select digest from main.catalog), '') as ours;
