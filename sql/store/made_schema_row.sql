-- One object of a database that was made anew.
insert into temp.made_schema (type, name, tbl_name, sql) values (:type, :name, :tbl_name, :sql);
