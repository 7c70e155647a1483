-- What ANALYZE found out: no evidence, but keys of it, and others on another day. In a copy alone.
drop table if exists sqlite_stat1;
drop table if exists sqlite_stat2;
drop table if exists sqlite_stat3;
drop table if exists sqlite_stat4;
