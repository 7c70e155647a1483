-- A table of the attached database with a row that points to nothing. At most one row.
select "table" from pragma_foreign_key_check(null, 'other') limit 1;
