-- One drop statement per view of the file, to be run as a script.
select 'drop view "' || replace(name, '"', '""') || '";' from sqlite_schema where type = 'view' order by name;
