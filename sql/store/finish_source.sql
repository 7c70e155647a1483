-- The facts of a source that are known when it has been read to its end.
update source
set path = :path, archive_id = :archive, kind = :kind, sha256 = :sha256, size = :size, compression = :compression,
    encoding = :encoding, captured_at = :captured_at, captured_from = :captured_from,
    more_pages = :more_pages
where id = :id;
