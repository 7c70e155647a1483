-- One file inside a larger transaction.
savepoint file;
