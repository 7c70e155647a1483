-- Before the steps of the schema, some of which rebuild a table.
pragma foreign_keys = off;
