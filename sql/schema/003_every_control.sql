-- Schema 3: what the controls on task definitions, clusters, task sets and capacity providers ask about, rules of
-- the user's own, and gaps in the evidence.
pragma user_version = 3;

-- ---------------------------------------------------------------- which view of a resource counts

-- Which view of each cluster, task definition, task set and capacity provider counts: the newest capture at or
-- before as_of; services have service_fact. Working rows of the newest assessment, made anew by every one.
-- Rules: sql/assess/43-view-facts.sql.
create table view_fact (
  kind text not null check (kind in ('cluster', 'task_definition', 'task_set', 'capacity_provider')),
  resource_id integer not null references resource (id),
  view_id integer not null,          -- the row of the table that `kind` names
  record_id integer not null references record (id),
  gate text,                         -- why it is not judged: inactive, not_latest_revision; else null
  windows integer,                   -- task definitions: 1, 0; null where nothing states the operating system
  os_text text,                      -- as stated
  changed_at text,                   -- when the inventory last saw it change
  primary key (kind, resource_id)
) strict, without rowid;

-- Which record says which tags a resource has: the newest view that was exported with tags. Working rows as above.
create table tag_fact (
  resource_id integer primary key references resource (id),
  record_id integer not null references record (id)
) strict;

-- ---------------------------------------------------------------- controls

-- Files of rules that the user added (--controls): kept with the audit, so that it can be read and judged again
-- without them. One row per file.
create table own_rule (
  path text primary key,             -- sql/catalog/controls/ORG.1.sql
  text text not null
) strict, without rowid;

-- As in schema 1, but anyone may issue a control: 'aws', 'fargauge', or the user's organisation. It is the catalogue's,
-- which is loaded anew after this.
drop table control;
create table control (
  id text primary key,               -- ECS.10, FG.1, ORG.1
  issuer text not null,
  position integer not null unique,  -- reading order in every report; from 1000 on the user's
  view text,                         -- the view that decides it: control_ECS_10
  severity text not null check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  category text not null,
  resource_type text not null,
  config_rule text,                  -- AWS Config's managed rule
  retired_on text,                   -- date; null: current
  url text
) strict;

-- Which controls an assessment was made for, in its parameters' words: --control, --framework, --severity.
-- One row per word; none where every control was judged.
create table assessment_selection (
  assessment_id integer not null references assessment (id),
  kind text not null check (kind in ('control', 'framework', 'severity')),
  value text not null,
  primary key (assessment_id, kind, value)
) strict, without rowid;

-- Which controls an assessment judged. One row per control.
create table assessment_control (
  assessment_id integer not null references assessment (id),
  control_id text not null,
  primary key (assessment_id, control_id)
) strict, without rowid;
insert into assessment_control (assessment_id, control_id)
select distinct assessment_id, control_id from result;

-- Every requirement of a framework that this program knows of, whether or not a control answers it.
create table requirement (
  framework_id text not null references framework (id),
  requirement text not null,
  position integer not null,         -- reading order in its framework
  primary key (framework_id, requirement)
) strict, without rowid;

-- A requirement in words. One row per requirement × language.
create table requirement_text (
  framework_id text not null,
  requirement text not null,
  lang text not null check (lang in ('en', 'ja')),
  title text not null,
  primary key (framework_id, requirement, lang)
) strict, without rowid;

-- ---------------------------------------------------------------- completeness

-- Where the evidence of an assessment has a gap. One row per gap; never changed afterwards.
create table gap (
  id integer primary key,
  assessment_id integer not null references assessment (id),
  kind text not null,                -- listed_not_described, pages_left, capture_too_old … (message gap.KIND)
  account_id text,
  region text,
  resource_type text,
  resource text,                     -- the ARN or name that is concerned; null: the place as a whole
  source_id integer references source (id),
  record_id integer references record (id),
  detail text,                       -- what was found: a reason, a time, a count
  expected text
) strict;
create index gap_assessment on gap (assessment_id, kind);
alter table assessment add column max_age_days integer;  -- --max-age: captures older than that are a gap; null: not asked

-- ---------------------------------------------------------------- waivers

-- Rows of waiver files that could not be used, and what is wrong with those that could. Waivers of the newest
-- import run that held any are judged by v_waiver_issue.
alter table waiver add column requester text;      -- who asked for it; null: its owner
alter table waiver add column line integer;        -- 1-based, where its row begins; null: imported by an older fargauge
alter table rejection add column line integer;     -- the same of a CSV's row; null: of no CSV

-- ---------------------------------------------------------------- AWS's verdicts

-- As in schema 1, with `meaning`: pass, fail, none, unknown (v_verdict_meaning); null where status is.
drop table security_hub_fact;
create table security_hub_fact (
  control_id text not null,
  resource_id integer not null references resource (id),
  finding_id integer not null references finding (id),
  record_id integer not null references record (id),
  status text,                       -- null: none counts, kept_out says why
  meaning text,
  updated_at text,
  kept_out text,                     -- archived, suppressed
  primary key (control_id, resource_id)
) strict, without rowid;

drop table config_rule_fact;
create table config_rule_fact (
  control_id text not null,
  resource_id integer not null references resource (id),
  record_id integer not null references record (id),
  status text,
  meaning text,
  captured_at text,
  primary key (control_id, resource_id)
) strict, without rowid;

-- ---------------------------------------------------------------- results

-- As in schema 1. A resource has one place in an assessment, so one key is enough: a second one, by the resource, and
-- lists of words that the catalogue checks anyway cost as much as everything else about a row.
create temp table kept_result as select * from result;
drop table result;
create table result (
  id integer primary key,
  assessment_id integer not null references assessment (id),
  control_id text not null,
  resource_id integer not null references resource (id),
  place integer not null,            -- reading order within the control; see resource_fact
  twin integer not null,
  record_id integer references record (id),      -- the evidence; AWS's verdict where no inventory holds the resource
  status text not null,              -- PASSED, FAILED, NOT_APPLICABLE, INSUFFICIENT_DATA, WAIVED
  original_status text not null,     -- before waivers
  reason text not null,
  launch_type text,
  platform_family text,
  platform_version text,
  latest_version text,
  subject text,                      -- which part of the resource: a deployment's id, containers' names
  actual text,                       -- what was found
  expected text,                     -- what should be there
  security_hub_status text,
  security_hub_at text,
  config_rule_status text,
  config_rule_at text,
  agreement text not null,           -- agrees, disagrees, stale, aws_only, computed_only
  agreement_cause text,              -- message key suffix: why they differ
  waiver_id integer references waiver (id),
  unique (assessment_id, control_id, place)
) strict;
insert into result select * from kept_result order by id;
drop table kept_result;

-- As in schema 1, in reading order: the place is the key, and resources are numbered by it as they come in.
drop table resource_fact;
create table resource_fact (
  place integer primary key,
  resource_id integer not null references resource (id),
  counted_id integer not null references resource (id),
  twin integer not null              -- 2, 3 … where another resource of the same place has the same name
) strict;
create unique index resource_fact_resource on resource_fact (resource_id, counted_id, place, twin);
create index resource_fact_counted on resource_fact (counted_id);

-- Why a result and AWS's verdict on the same resource differ, or why AWS has none that counts, and what shows it.
-- One row per result on which there is something to say; never changed afterwards. Rules:
-- sql/assess/71-agreement-causes.sql. Sentences: message cause_told.CAUSE.
create table result_cause (
  assessment_id integer not null references assessment (id),
  result_id integer not null references result (id),
  cause text not null,               -- message key suffix, as result.agreement_cause
  judge text check (judge in ('security_hub', 'config_rule', 'both')),  -- whose verdict is meant
  aws_at text,                       -- when AWS gave it
  our_at text,                       -- the time beside it: of a change, of the inventory's capture
  parameter text,                    -- the parameter that AWS's rule ran with otherwise
  aws_value text,                    -- its value there; else AWS's word
  our_value text,                    -- its value here
  detail text,                       -- capacity providers, a rule's name, the latest revision
  annotation text,                   -- the words that AWS Config's rule gave with its verdict
  primary key (assessment_id, result_id)
) strict, without rowid;

-- The failures that a waiver names by its control, pattern and account, whether or not it is in force. Working rows of
-- the newest assessment, made anew by every one. One row per waiver × result that fails or would without a waiver.
create table waiver_match (
  waiver_row integer not null references waiver (id),
  result_id integer not null references result (id),
  primary key (waiver_row, result_id)
) strict, without rowid;
create index waiver_match_result on waiver_match (result_id);

-- Every waiver as the newest assessment found it. Working rows as above. Rules: sql/assess/71-waiver-facts.sql.
create table waiver_fact (
  waiver_row integer primary key references waiver (id),
  number integer not null,           -- in reading order, for the ids of a page
  state text not null,               -- message waiver_state.STATE
  superseded integer not null,       -- 1: a later import run brought other waivers
  expired integer not null,
  not_yet integer not null,          -- 1: approved later
  known integer not null,            -- 1: its control is computed
  finds_resource integer not null,   -- 1: its pattern and account name a resource of its control's type
  covered integer not null,          -- results that it made WAIVED
  matching integer not null,         -- failures that it names, waived or not
  failing integer not null           -- of these, those that are FAILED
) strict;

-- What the newest assessment found wrong with a waiver, or with a row of a waiver file that could not be used. Working
-- rows as above. Rules: sql/assess/72-waiver-issues.sql.
create table waiver_issue (
  id integer primary key,
  code text not null,
  variant text not null,             -- the message is waiver_issue.CODE with this behind
  waiver_row integer references waiver (id),
  rejection_id integer references rejection (id),
  others text,                       -- the waivers that cover the same
  check ((waiver_row is null) <> (rejection_id is null))
) strict;
create index waiver_issue_waiver on waiver_issue (waiver_row);
create index waiver_issue_rejection on waiver_issue (rejection_id);

