-- How much stands in the file: 0 for a new one. One row.
select count(*) from sqlite_schema;
