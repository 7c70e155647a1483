-- What a rendering works out once and every section of its reports asks for, in tables that are gone with the connection:
-- the audit's file is not changed. Run before reports are written.

-- What puts each failure right (v_failure_fix), in the report's language. One row per failure, in reading order.
create temp table if not exists failure_fix (
  place integer not null,            -- resource_fact.place
  position integer not null,         -- the control's
  control_id text not null,
  resource_id integer not null,
  result_id integer not null,
  reason text not null,
  gravity integer not null,
  variant text not null,
  remedy_control text,               -- null: no remedy is known
  fix_control text not null,
  since_at text,                     -- v_result_since, no earlier than what history knows
  primary key (place, position)
) without rowid;
delete from temp.failure_fix;

-- The pages of a split report, the last of them perhaps still being written. One row per page, in reading order.
create temp table if not exists report_page (
  number integer primary key,        -- over all accounts, from 1
  account_id text,
  account_number integer not null,   -- of the account among those with results, from 1
  page_number integer not null,      -- within the account, from 1
  stem text not null,                -- what the account's files are called
  file text not null unique,         -- within the folder `report`
  first_place integer not null,
  last_place integer not null,
  resources integer not null,
  next_account text,                 -- who comes behind the page; with next_stem null: nobody
  next_stem text,
  next_number integer
);
delete from temp.report_page;

-- How much a page shows of each list, and how many it leaves out; null: none. One row, sql/render/bounds.sql.
create temp table if not exists report_bound (
  most integer not null,             -- of each list; -1: all
  most_inside integer not null,      -- of each list of lists
  last_path text,                    -- the last source that is listed; null: all are
  last_hash text,
  last_waiver integer,               -- the last waiver's number, likewise
  sources_left integer,
  refused_left integer,
  warned_left integer,
  passed_over_left integer,
  waivers_left integer,
  waiver_rejections_left integer,
  idle_waivers_left integer,
  missing_left integer,
  rejecting_left integer,
  describe_failures_left integer,
  accounts_left integer,
  places_left integer,
  others_left integer,
  issuers_left integer
);
delete from temp.report_bound;

-- What became of each result over the moments judged (v_history), with where its resource stands in reading order. No rows
-- where only one moment was judged. One row per control × resource.
create temp table if not exists history (
  resource_id integer not null,
  control_id text not null,
  status text,
  presence text not null,
  first_seen_at text not null,
  last_seen_at text,
  absent_since_at text,
  first_failed_at text,
  failing_since_at text,
  open_since_at text,
  days_open integer,
  reopened integer not null,
  changed_at text,
  evidence_changed_at text,
  closed_at text,
  moments integer not null,
  primary key (resource_id, control_id)
) without rowid;
delete from temp.history;

-- How many results had which status at each moment judged, of what its period's evidence held (`seen`) and of the rest. One
-- row per moment × account × Region × control × status × seen. `common` is 1 where it can be compared with every other moment.
create temp table if not exists history_count (
  period integer not null,
  as_of text not null,
  account_id text,
  region text,
  control_id text not null,
  status text not null,
  seen integer not null,
  results integer not null,
  common integer not null default 0
);
delete from temp.history_count;

-- Which of those moments can be compared, and how many days lie between them. One row per moment.
create temp table if not exists history_moment (
  period integer primary key,
  as_of text not null,
  assessment_id integer not null,
  apart text,                        -- why it cannot be: selection (of controls), no_evidence (of its own); null: it can
  days integer                       -- since the one before it that can be compared too; null: there is none, or it is apart
);
delete from temp.history_moment;
