-- Schema 7: assessments that were taken back. Evidence is never lost: the assessment and its results stay as they are.
pragma user_version = 7;

-- One row per assessment that was withdrawn. Its label is free for another, and it counts no more in reports, comparisons and
-- histories.
create table withdrawal (
  number integer primary key,        -- in the order in which they were withdrawn
  assessment_id integer not null unique references assessment (id),
  label text,                        -- which it had; null: none
  reason text not null,              -- why, in words
  withdrawn_by text not null,        -- who says so
  withdrawn_at text not null,        -- when (SOURCE_DATE_EPOCH fixes it)
  tool_version text not null,
  run integer not null,              -- the newest import run there was; 0: none
  after_id integer not null,         -- the newest assessment that had been made by then
  shown_id integer references assessment (id)  -- which one reports show since, until the next is made; null: none
) strict;
