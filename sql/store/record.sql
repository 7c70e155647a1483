-- One record that was used: where it stands in its source.
insert into record (source_id, pointer, byte_offset, byte_length, captured_at, line)
values (:source, :pointer, :byte_offset, :byte_length, :captured_at, :line);
