-- How much evidence there is: what a rule of the user's own may take grows with it. One row.
select count(*) from record;
