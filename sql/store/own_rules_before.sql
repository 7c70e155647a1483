-- The program's own controls and all of its catalogue, by which rules of the user's, and what they change, are told apart
-- afterwards.
drop table if exists temp.program_control;
create temp table program_control as select * from main.control;
drop table if exists temp.program_control_parameter;
create temp table program_control_parameter as select * from main.control_parameter;
drop table if exists temp.program_control_point;
create temp table program_control_point as select * from main.control_point;
drop table if exists temp.program_control_requirement;
create temp table program_control_requirement as select * from main.control_requirement;
drop table if exists temp.program_control_successor;
create temp table program_control_successor as select * from main.control_successor;
drop table if exists temp.program_control_text;
create temp table program_control_text as select * from main.control_text;
drop table if exists temp.program_framework;
create temp table program_framework as select * from main.framework;
drop table if exists temp.program_message;
create temp table program_message as select * from main.message;
drop table if exists temp.program_reason;
create temp table program_reason as select * from main.reason;
drop table if exists temp.program_reason_text;
create temp table program_reason_text as select * from main.reason_text;
drop table if exists temp.program_remedy;
create temp table program_remedy as select * from main.remedy;
drop table if exists temp.program_requirement;
create temp table program_requirement as select * from main.requirement;
drop table if exists temp.program_requirement_text;
create temp table program_requirement_text as select * from main.requirement_text;
