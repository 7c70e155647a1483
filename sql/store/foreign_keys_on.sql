-- As sql/store/open.sql has it.
pragma foreign_keys = on;
