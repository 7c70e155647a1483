-- A new input file. What it is, its path, its size and its hash are known when it has been read to its end:
-- until finish_source, in the same transaction, placeholders stand there.
insert into source (path, sha256, size, kind, compression, captured_at, captured_from, tool_version, run)
values ('', printf('%064d', 0), 0, '', 'none', null, 'none', :tool_version, :run);
