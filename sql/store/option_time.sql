-- The same file handed over again, this time with --captured-at: what was found out gives way.
update source set captured_at = :captured_at, captured_from = 'option'
where id = :id and path = :path and :captured_from = 'option';
