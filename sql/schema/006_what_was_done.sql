-- Schema 6: what was done, in order and with which options, so that it can be done again and compared. Labels by which
-- assessments are named.
pragma user_version = 6;

-- One row per import run, with its limits (--max-…). `known` is 0 for runs of older versions of fargauge, which kept less: their
-- files are listed by the last run that handed them over, in the order in which they were first seen, and the limits are those of
-- today.
create table import_run (
  run integer primary key,
  tool_version text not null,
  known integer not null default 1 check (known in (0, 1)),
  max_record integer not null,       -- bytes
  max_string integer not null,       -- bytes
  max_depth integer not null,
  max_total integer not null,        -- bytes
  max_ratio integer not null,
  max_members integer not null
) strict;

-- One row per file that was handed over, an archive as one, each time it was. What stands in it is `source`'s, by its hash;
-- why it was refused, rejected_source's.
create table handed_over (
  run integer not null references import_run (run),
  position integer not null,         -- in the run, from 1
  path text not null,                -- as given on the command line, or found below a given folder; '-': standard input
  sha256 text not null,              -- of its bytes; '' where it could not be read to its end
  size integer,
  is_archive integer not null check (is_archive in (0, 1)),
  captured_at text,                  -- --captured-at
  as_waivers integer not null check (as_waivers in (0, 1)),  -- --waivers: anything else would have been refused
  outcome text not null check (outcome in
    ('loaded', 'seen_before', 'refused')),
  primary key (run, position)
) strict, without rowid;

insert into import_run (run, tool_version, known, max_record, max_string, max_depth, max_total, max_ratio, max_members)
select run, max(tool_version), 0, 16777216, 8388608, 512, 1099511627776, 500, 10000
from source
group by run;
insert into handed_over (run, position, path, sha256, size, is_archive, captured_at, as_waivers, outcome)
select run, row_number() over (partition by run order by id), path, sha256, size, is_archive, captured_at, 0, 'loaded'
from (
  select run, id, path, sha256, size, 0 as is_archive, iif(captured_from = 'option', captured_at, null) as captured_at
  from source
  where archive_id is null
  union all
  select min(s.run), min(s.id), a.path, a.sha256, a.size, 1, iif(s.captured_from = 'option', s.captured_at, null)
  from source s
  join archive a on a.id = s.archive_id
  group by a.id
);

alter table assessment add column run integer;  -- the newest import run there was; null: by an older fargauge

-- Labels name assessments on command lines.
create unique index assessment_label on assessment (label) where label is not null;

-- Of a run that merging brought: what was handed over in its database from the first run up to it, as a hash; null: the file's
-- own run. Merging leaves out what is here already.
alter table import_run add column merged_from text;
