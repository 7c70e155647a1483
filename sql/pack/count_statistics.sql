-- How many tables of ANALYZE's there are. One row.
select count(*) from main.sqlite_schema where type = 'table' and name glob 'sqlite_stat[1-4]';
