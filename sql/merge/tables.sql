-- What one merge works with: how the numbers of the attached database (old) are those of this one (new). Made anew for each.
drop table if exists temp.merged_history;
drop table if exists temp.merged_run;
drop table if exists temp.merged_given;
drop table if exists temp.merged_archive;
drop table if exists temp.merged_source;
drop table if exists temp.merged_place;
drop table if exists temp.merged_refusal;
drop table if exists temp.merged_record;
drop table if exists temp.merged_resource;
drop table if exists temp.merged_service;
drop table if exists temp.merged_task_definition;
drop table if exists temp.merged_finding;

-- What was handed over from a database's first run up to this one, as a hash. `side` is main or other.
create temp table merged_history (side text not null, run integer not null, history text not null, primary key (side, run))
  strict, without rowid;
-- is_new: 0 where this database has the run already.
create temp table merged_run (old_run integer primary key, new_run integer not null, is_new integer not null) strict;
-- What new runs handed over.
create temp table merged_given (
  path text not null,
  sha256 text not null,
  is_archive integer not null,
  refused integer not null,          -- 1: at least once
  primary key (path, sha256, is_archive)
) strict, without rowid;
create index temp.merged_given_archive on merged_given (path) where is_archive;
create temp table merged_archive (old_id integer primary key, new_id integer not null) strict;
-- is_new: 0 where this database has the bytes already.
create temp table merged_source (old_id integer primary key, new_id integer not null, is_new integer not null) strict;
-- Under which names the files were handed over in new runs.
create temp table merged_place (
  source_id integer not null,        -- this database's
  path text not null,
  sha256 text not null,
  captured_at text,
  captured_from text not null,
  archive_id integer,                -- this database's
  primary key (source_id, path)
) strict, without rowid;
-- Which files were refused in new runs.
create temp table merged_refusal (path text not null, sha256 text not null, primary key (path, sha256)) strict, without rowid;
create temp table merged_record (old_id integer primary key, new_id integer not null) strict;
create temp table merged_resource (old_id integer primary key, new_id integer not null) strict;
create temp table merged_service (old_id integer primary key, new_id integer not null) strict;
create temp table merged_task_definition (old_id integer primary key, new_id integer not null) strict;
create temp table merged_finding (old_id integer primary key, new_id integer not null) strict;
