-- End of the transaction that begin.sql opened: none of it is kept.
rollback;
