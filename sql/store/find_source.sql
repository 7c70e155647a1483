-- The file with these bytes, if it was imported before.
select id, path from source where sha256 = :sha256;
