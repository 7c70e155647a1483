-- One file inside a larger transaction.
release file;
