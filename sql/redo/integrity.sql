-- Whether the packed database is sound. One row, 'ok', or one per fault.
pragma audit.integrity_check(20);
