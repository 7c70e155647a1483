-- It is this very database's, which was made anew or is known to be sound.
insert into temp.made_schema (type, name, tbl_name, sql)
select type, name, tbl_name, sql from main.sqlite_schema;
