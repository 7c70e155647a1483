-- A new input file; its facts are completed by finish_source when it has been read to its end.
insert into source (path, sha256, size, kind, compression, captured_at, captured_from, tool_version,
  run)
values (:path, :sha256, 0, :kind, 'none', null, 'none', :tool_version, :run);
