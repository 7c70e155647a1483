-- One row where a row was added in {view} to a control of the program's: what that one says, and how it judges, is not the user's.
select 1
where exists (
  select * from main.{view} where control_id in (select id from temp.program_control)
  except select * from temp.program_{view});
