-- A transaction that only reads; the select takes the shared lock, and with it this state, at once.
begin deferred;
select count(*) from sqlite_schema;
