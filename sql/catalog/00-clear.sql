-- Empties the catalogue, so that the files after this one can fill it again: evidence and results stay.
-- Grain: every row of every catalogue table. Order: what refers to another table before that table.

delete from message;
delete from platform_version;
delete from reason_text;
delete from reason;
delete from remedy;
delete from control_point;
delete from control_text;
delete from control_requirement;
delete from control_parameter;
delete from control_successor;
delete from control;
delete from requirement_text;
delete from requirement;
delete from framework;
delete from catalog;
