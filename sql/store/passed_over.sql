-- Something in a folder or an archive that was not read.
insert into passed_over (path, reason, run) values (:path, :reason, :run)
on conflict (path) do update set reason = excluded.reason, run = excluded.run;
