-- Runs that are here already keep their numbers: those up to which the same was handed over. The others follow behind the
-- newest run here, in their order.
insert into merged_run (old_run, new_run, is_new)
select i.run,
  coalesce(k.run, (select coalesce(max(run), 0) from main.import_run)
    + row_number() over (partition by k.run is null order by i.run)),
  k.run is null
from other.import_run i
join merged_history h on h.side = 'other' and h.run = i.run
left join (
  select coalesce(m.merged_from, n.history) as history, min(m.run) as run
  from main.import_run m
  join merged_history n on n.side = 'main' and n.run = m.run
  group by 1
) k on k.history = coalesce(i.merged_from, h.history);

-- A run in which nothing was read, only passed over, has the number of the next.
insert into merged_run (old_run, new_run, is_new)
select p.run,
  (select coalesce(max(run), 0) from main.import_run)
    + (select count(*) from merged_run r where r.is_new and r.old_run < p.run) + 1,
  1
from (select distinct run from other.passed_over) p
where p.run not in (select old_run from merged_run);

insert into main.import_run (run, tool_version, known, max_record, max_string, max_depth, max_total, max_ratio, max_members,
  merged_from)
select r.new_run, i.tool_version, i.known, i.max_record, i.max_string, i.max_depth, i.max_total, i.max_ratio, i.max_members,
  coalesce(i.merged_from, h.history)
from other.import_run i
join merged_run r on r.old_run = i.run and r.is_new
join merged_history h on h.side = 'other' and h.run = i.run
order by r.new_run;

-- Bytes that are here by now were seen before.
insert into main.handed_over (run, position, path, sha256, size, is_archive, captured_at, as_waivers, outcome)
select r.new_run, h.position, h.path, h.sha256, h.size, h.is_archive, h.captured_at, h.as_waivers,
  iif(h.outcome = 'loaded' and not h.is_archive and exists (select 1 from main.source s where s.sha256 = h.sha256),
    'seen_before', h.outcome)
from other.handed_over h
join merged_run r on r.old_run = h.run and r.is_new
order by r.new_run, h.position;

insert into merged_given (path, sha256, is_archive, refused)
select h.path, h.sha256, h.is_archive, max(h.outcome = 'refused')
from other.handed_over h
join merged_run r on r.old_run = h.run and r.is_new
group by h.path, h.sha256, h.is_archive;
