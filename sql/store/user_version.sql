-- Which schema the file has: 0 for a new one. One row.
pragma user_version;
