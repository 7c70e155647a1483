-- An archive that was handed over; one row for each of its names.
insert into archive (path, sha256, size, format) values (:path, :sha256, :size, :format)
on conflict (path, sha256) do update set format = excluded.format
returning id;
