-- One file that was refused whole; refused again, the newest reason stands.
insert into rejected_source (path, sha256, size, line, byte_offset, reason, hint)
values (:path, :sha256, :size, :line, :byte_offset, :reason, :hint)
on conflict (path, sha256) do update set reason = excluded.reason, hint = excluded.hint,
  line = excluded.line, byte_offset = excluded.byte_offset, forgiven = 0;
