-- A new input file. What it is, its size and its hash are known when it has been read to its end: until
-- finish_source, in the same transaction, placeholders stand there.
insert into source (path, sha256, size, kind, compression, captured_at, captured_from, tool_version,
  run)
values (:path, printf('%064d', 0), 0, 'ecs_services', 'none', null, 'none', :tool_version, :run);
