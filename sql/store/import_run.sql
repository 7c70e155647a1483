-- A run that hands over its first file.
insert into import_run (run, tool_version, max_record, max_string, max_depth, max_total, max_ratio, max_members)
values (:run, :tool_version, :record, :string, :depth, :total, :ratio, :members)
on conflict (run) do nothing;
