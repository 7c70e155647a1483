-- What a run passed over in folders: that is taken from the packed audit, as nothing of it was packed. What was passed over in
-- archives is found again.
insert into main.passed_over (path, reason, run)
select path, reason, run
from audit.passed_over p
where run = :run and not exists (select 1 from audit.handed_over h
  where h.is_archive = 1 and substr(p.path, 1, length(h.path) + 1) = h.path || '!')
order by path
on conflict (path) do update set reason = excluded.reason, run = excluded.run;
