-- One row where a row of the program's in the catalogue's table {view} was changed (insert or replace does, which no authorizer
-- sees).
select 1
where exists (select * from temp.program_{view} except select * from main.{view});
