-- One record that was well-formed and could not be used.
insert into rejection (source_id, pointer, byte_offset, byte_length, line, reason, detail)
values (:source, :pointer, :byte_offset, :byte_length, :line, :reason, :detail);
