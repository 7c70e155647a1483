-- The program's own rows of one table of the catalogue, {view}, by which rules of the user's, and what they change, are told
-- apart afterwards.
create temp table program_{view} as select * from main.{view};
