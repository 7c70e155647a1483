-- Every object of a database. One row each. Order: type, name.
select type, name, tbl_name, sql from main.sqlite_schema order by type, name;
