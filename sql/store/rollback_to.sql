-- One file inside a larger transaction.
rollback to file;
release file;
