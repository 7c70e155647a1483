-- Rows of the packed audit that point to a row that is not there. One row each.
pragma audit.foreign_key_check;
