-- Which files the attached audit holds, whatever its schema's version: for a dry run.
insert into source (id, path, sha256, size, kind, compression, encoding, captured_at, captured_from,
  more_pages, tool_version, run)
select id, path, sha256, size, kind, compression, encoding, captured_at, captured_from, more_pages,
  tool_version, run
from audit.source;
