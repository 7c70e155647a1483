-- What is left of an earlier loading of rules.
drop table if exists temp.program_{view};
