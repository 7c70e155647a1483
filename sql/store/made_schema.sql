-- What changed_schema compares with: the schema as fargauge makes it, empty yet.
drop table if exists temp.made_schema;
create temp table made_schema (type text, name text, tbl_name text, sql text) strict;
