-- The first of several documents in a file gets its number in its records' pointers.
update record set pointer = '/0' || pointer where source_id = :source and byte_offset < :end;
