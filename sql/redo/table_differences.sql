-- Whole rows of a table that only one of the two databases has, and how many rows more the packed one has: a table without a key may hold
-- a row twice, which except does not see. One row.
select (select count(*) from (select * from audit.{view} except select * from main.{view})) as added,
  (select count(*) from (select * from main.{view} except select * from audit.{view})) as missing,
  (select count(*) from audit.{view}) - (select count(*) from main.{view}) as more;
