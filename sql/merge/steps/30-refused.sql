-- What was refused or passed over, the newest word counts. A file that a new run took, by its bytes or its name, is refused no
-- more (sql/store/forgive_source.sql).
update main.rejected_source
set forgiven = 1
where not forgiven
  and (path in (select path from merged_place) or (sha256 <> '' and sha256 in (select sha256 from merged_place)));

insert into merged_refusal (path, sha256)
select j.path, j.sha256
from other.rejected_source j
where exists (select 1 from merged_given g where g.path = j.path and g.sha256 = j.sha256 and g.refused)
  or exists (select 1 from merged_given g where g.is_archive and substr(j.path, 1, length(g.path) + 1) = g.path || '!')
  or exists (
    select 1
    from other.import_run i
    join merged_run r on r.old_run = i.run and r.is_new
    where not i.known
  );

insert into main.rejected_source (path, sha256, size, line, byte_offset, reason, hint, forgiven)
select j.path, j.sha256, j.size, j.line, j.byte_offset, j.reason, j.hint, j.forgiven
from other.rejected_source j
where true
order by j.id
on conflict (path, sha256) do update
set reason = excluded.reason, hint = excluded.hint, line = excluded.line, byte_offset = excluded.byte_offset,
  forgiven = excluded.forgiven
where (excluded.path, excluded.sha256) in (select path, sha256 from merged_refusal);

insert into main.passed_over (path, reason, run)
select p.path, p.reason, r.new_run
from other.passed_over p
join merged_run r on r.old_run = p.run
where true
order by p.path
on conflict (path) do update
set reason = excluded.reason, run = excluded.run
where excluded.run in (select m.new_run from merged_run m join other.import_run i on i.run = m.old_run where m.is_new);
