-- Which token stands for what, while an audit is redacted: in a temporary table, which is never part of it.
drop table if exists temp.redacted;
create temp table redacted (token text primary key, kind text not null, original text not null) strict, without rowid;
