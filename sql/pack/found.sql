-- What became of the search for one hash.
insert into temp.pack_found (sha256, path, reason) values (:sha256, :path, :reason)
on conflict (sha256) do update set path = excluded.path, reason = excluded.reason;
