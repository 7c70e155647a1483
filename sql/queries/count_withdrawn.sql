-- How many assessments were withdrawn. One row.
select count(*) from withdrawal;
