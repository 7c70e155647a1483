-- End of the transaction that begin.sql opened: all of it is kept.
commit;
