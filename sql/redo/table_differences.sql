-- Whole rows of a table that only one of the two databases has. One row.
select (select count(*) from (select * from audit.{view} except select * from main.{view})) as added,
  (select count(*) from (select * from main.{view} except select * from audit.{view})) as missing;
