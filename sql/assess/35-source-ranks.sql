-- How what each source holds ranks beside what others say of the same, made once for all of its records: its part of the
-- texts by which the next steps find the newest view. One row per source. Of fixed widths: a time of 24 characters or
-- blanks, 1 for describe calls, then the order of the files' hashes, so that the order of import does not matter.
insert into source_rank (source_id, rank, ecs_key, config_key)
select s.id, s.rank,
  iif(c.source_id is null, null, coalesce(c.captured_at, '                        ') || '1' || s.rank),
  iif(c.source_id is null, null, coalesce(c.captured_at, '                        ') || '0' || s.rank)
from (select id, substr(10000000000 + row_number() over (order by sha256 desc), 2) as rank from source) s
left join source_fact c on c.source_id = s.id;
