-- Whose file it is: 0 for a new one. One row.
pragma application_id;
