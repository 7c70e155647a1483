-- The program's own controls, by which rules of the user's are told apart afterwards. One row per control.
drop table if exists temp.program_control;
create temp table program_control as select id from main.control;
