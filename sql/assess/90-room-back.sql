-- The room that sql/store/open.sql gives every connection.
pragma cache_size = -16384;
