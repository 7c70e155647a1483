-- A file that could not be read to its end when it was handed over: that is taken from the packed audit, as nothing else is
-- known of it.
insert into main.rejected_source (path, sha256, size, line, byte_offset, reason, hint)
select path, sha256, size, line, byte_offset, reason, hint
from audit.rejected_source
where path = :path and sha256 = ''
on conflict (path, sha256) do update set reason = excluded.reason, hint = excluded.hint,
  line = excluded.line, byte_offset = excluded.byte_offset, forgiven = 0;
