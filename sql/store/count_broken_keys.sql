-- How many rows point to a row that is not there.
select count(*) from pragma_foreign_key_check;
