-- Schema 1: evidence in, catalogue beside it, assessments and their results out.
-- Times are UTC text of one width, 'YYYY-MM-DDThh:mm:ss.sssZ', so that text order is time order.
-- Text from exports is stored as it was given; views and sinks decide how it is shown.
-- One transaction per step: the caller begins and commits.

pragma application_id = 1718051189;  -- 'fgau': the file is ours
pragma user_version = 1;

-- ---------------------------------------------------------------- evidence

-- One row per file that was imported. Its bytes stay outside; the hash says which they were.
create table source (
  id integer primary key,
  path text not null,                -- as given on the command line, or found below a given folder
  sha256 text not null unique check (length(sha256) = 64),  -- of the bytes as handed over (before gunzip)
  size integer not null check (size >= 0),                  -- bytes as handed over
  kind text not null check (kind in
    ('ecs_services', 'securityhub_findings', 'config_items', 'waivers')),
  compression text not null check (compression in ('none', 'gzip')),
  encoding text not null default 'utf-8' check (encoding in ('utf-8', 'utf-16le', 'utf-16be')),
  captured_at text,                  -- when the export was taken, as far as known
  captured_from text not null check (captured_from in
    ('option',                       -- --captured-at
     'path',                         -- a date-time in the file's or its folder's name
     'content',                      -- the newest time inside: the export was taken not before it
     'none')),
  more_pages integer not null default 0 check (more_pages in (0, 1)),  -- a NextToken: pages were left behind
  tool_version text not null,        -- the fargauge that imported it
  run integer not null               -- the import run, from 1, that last handed these bytes over
) strict;

-- The same bytes handed over again under another name: noted, not loaded twice. They may have been captured
-- again, at a later time.
create table source_alias (
  source_id integer not null references source (id),
  path text not null,
  captured_at text,
  captured_from text not null check (captured_from in ('option', 'path', 'content', 'none')),
  primary key (source_id, path)
) strict, without rowid;

-- One row per file that was refused whole. Nothing that stood in it is in the database.
create table rejected_source (
  id integer primary key,
  path text not null,
  sha256 text not null,              -- '' where the file could not be read to its end
  size integer,
  line integer,                      -- 1-based line of the decoded text where reading stopped
  byte_offset integer,               -- 0-based offset in the decoded text
  reason text not null,              -- one line, English
  hint text not null,
  forgiven integer not null default 0 check (forgiven in (0, 1)),  -- 1: later its bytes, or a file of its name, were taken
  unique (path, sha256)
) strict;

-- One row per record that was used: where in which file a fact stands.
create table record (
  id integer primary key,
  source_id integer not null references source (id),
  pointer text not null,             -- JSON Pointer (RFC 6901); for CSV inputs the row, '/3'
  byte_offset integer not null,      -- of the record's first byte in the decoded text (gunzipped, as UTF-8)
  byte_length integer not null,
  captured_at text                   -- the record's own time (Config item, finding); null: the source's
) strict;
create index record_source on record (source_id);

-- One row per record that was well-formed but could not be used.
create table rejection (
  id integer primary key,
  source_id integer not null references source (id),
  pointer text not null,
  byte_offset integer not null,
  byte_length integer not null,
  reason text not null,              -- stable code: no_arn, wrong_type, bad_arn, bad_time, too_large …
  detail text not null               -- one line, English: the member and what was found there
) strict;
create index rejection_source on rejection (source_id);

-- What no mapper wants, counted by type: never dropped in silence. One row per source × type.
create table no_interest (
  source_id integer not null references source (id),
  type text not null,                -- 'AWS::EC2::Volume', a finding's control or product
  count integer not null check (count > 0),
  primary key (source_id, type)
) strict, without rowid;

-- One row per resource that any record names, keyed by its ARN as exported.
create table resource (
  id integer primary key,
  arn text not null unique,
  partition text,                    -- aws, aws-cn, aws-us-gov; null where the id is not an ARN
  account_id text,                   -- 12 digits, as text: leading zeros count
  region text,
  type text not null,                -- CloudFormation's name: AWS::ECS::Service
  cluster text,                      -- the cluster's name; short ARNs do not hold it, other records may
  name text not null
) strict;
create index resource_place on resource (account_id, region, cluster, name);

-- One row per service as one record saw it.
create table service (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  origin text not null check (origin in ('ecs', 'config')),
  deleted integer not null default 0 check (deleted in (0, 1)),  -- a Config item of a deleted resource
  status text,                       -- ACTIVE, DRAINING, INACTIVE; Config has none
  launch_type text,                  -- absent when a capacity provider strategy was used
  capacity_provider_strategy text not null default '[]' check (json_valid(capacity_provider_strategy)),
                                     -- [{"capacityProvider":…,"weight":…,"base":…}], also from Config
  platform_version text,             -- what was asked for: LATEST or three numbers
  platform_family text,              -- free text: Linux, LINUX, Windows Server 2019 Core
  scheduling_strategy text,
  deployment_controller text,        -- ECS, CODE_DEPLOY, EXTERNAL
  assign_public_ip text,
  task_definition text,
  desired_count integer,
  running_count integer,
  pending_count integer,
  created_at text,
  tags_known integer not null default 0 check (tags_known in (0, 1))  -- 0: the export was made without tags
) strict;
create index service_resource on service (resource_id);
create index service_record on service (record_id);

-- One row per deployment or task set inside a described service: what really runs.
create table deployment (
  id integer primary key,
  service_id integer not null references service (id),
  kind text not null check (kind in ('deployment', 'task_set')),
  position integer not null,         -- 0-based place in the export
  deployment_id text,                -- ecs-svc/…
  status text,                       -- PRIMARY, ACTIVE, INACTIVE, DRAINING
  launch_type text,
  capacity_provider_strategy text not null default '[]' check (json_valid(capacity_provider_strategy)),
  platform_version text,             -- resolved when the deployment started
  platform_family text,
  assign_public_ip text,
  task_definition text,
  desired_count integer,
  running_count integer,
  pending_count integer,
  rollout_state text,
  created_at text,
  updated_at text
) strict;
create index deployment_service on deployment (service_id, kind);

-- One row per tag of a service.
create table service_tag (
  service_id integer not null references service (id),
  key text not null,
  value text,
  primary key (service_id, key)
) strict, without rowid;

-- One row per task definition as one record saw it: here only for its operating system.
create table task_definition (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  origin text not null check (origin in ('ecs', 'config')),
  deleted integer not null default 0 check (deleted in (0, 1)),
  family text,
  revision integer,
  status text,
  operating_system_family text
) strict;
create index task_definition_resource on task_definition (resource_id);

-- One row per entry of a describe call's `failures`: asked for, not described.
create table describe_failure (
  id integer primary key,
  record_id integer not null references record (id),
  arn text,
  reason text,
  detail text
) strict;

-- One row per Security Hub finding (or one of another product) on an ECS control.
create table finding (
  id integer primary key,
  record_id integer not null references record (id),
  finding_uid text not null,         -- ASFF Id, OCSF finding_info.uid
  issuer text not null,              -- 'aws/securityhub' for Security Hub itself, else the product
  control_id text not null,          -- ECS.10
  generator_id text,
  account_id text,                   -- AwsAccountId: may be an aggregator's, the resource's ARN decides
  region text,
  title text,
  compliance_status text,            -- as given: PASSED, FAILED, WARNING, NOT_AVAILABLE; OCSF Pass, Fail … (v_finding)
  workflow_status text,              -- as given: NEW, NOTIFIED, RESOLVED, SUPPRESSED; OCSF Suppressed …
  record_state text,                 -- as given: ACTIVE, ARCHIVED; OCSF Create, Update, Close
  severity text,                     -- label
  created_at text,
  updated_at text,
  first_observed_at text,
  last_observed_at text
) strict;
create index finding_record on finding (record_id);

-- One row per finding × resource.
create table finding_resource (
  finding_id integer not null references finding (id),
  position integer not null,
  resource_id integer not null references resource (id),
  type text,                         -- as given: AwsEcsService
  primary key (finding_id, position)
) strict, without rowid;
create index finding_resource_resource on finding_resource (resource_id);

-- The parameters the control ran with (Compliance.SecurityControlParameters). One row per value.
create table finding_parameter (
  finding_id integer not null references finding (id),
  name text not null,
  position integer not null,
  value text not null,
  primary key (finding_id, name, position)
) strict, without rowid;

-- One row per rule × resource verdict of AWS Config (AWS::Config::ResourceCompliance), and one per compliance
-- item itself, with rule_name '': a deleted item has no other.
create table config_evaluation (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  rule_name text not null,
  rule_arn text,
  compliance text                    -- COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE, INSUFFICIENT_DATA; null: deleted
) strict;
create index config_evaluation_resource on config_evaluation (resource_id);
create index config_evaluation_record on config_evaluation (record_id);

-- One row per waiver handed over.
create table waiver (
  id integer primary key,
  record_id integer not null references record (id),
  waiver_id text not null,
  control_id text not null,
  resource text not null,            -- a GLOB over ARNs
  account_id text,                   -- null: any
  reason text not null,
  owner text not null,
  approver text not null,
  approved_at text not null,
  expires_at text not null,
  ticket text
) strict;

-- ---------------------------------------------------------------- catalogue (reloaded when the tool's differs)

create table catalog (
  version text not null,             -- date of the facts, 2026-11-01
  digest text not null               -- SHA-256 over all catalogue, view and control files
) strict;

create table framework (id text primary key, name text not null, version text not null) strict;

-- One row per control. `view` is null where nothing is computed.
create table control (
  id text primary key,               -- ECS.10, FG.1
  issuer text not null check (issuer in ('aws', 'fargauge')),
  position integer not null unique,  -- reading order in every report
  view text,                         -- the view that decides it: control_ECS_10
  severity text not null check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  category text not null,
  resource_type text not null,
  config_rule text,                  -- AWS Config's managed rule
  retired_on text,                   -- date; null: current
  url text
) strict;

create table control_successor (control_id text not null, successor_id text not null,
  primary key (control_id, successor_id)) strict, without rowid;

-- Parameters of a control. The value in force at an assessment's time has the newest `since` at or before it.
create table control_parameter (
  control_id text not null,
  name text not null,                -- latestLinuxVersion
  since text not null,               -- date from which this default held
  value text not null,
  source text not null,              -- where the fact stands
  primary key (control_id, name, since)
) strict, without rowid;

create table control_requirement (
  control_id text not null,
  framework_id text not null,
  requirement text not null,         -- SI-2(2), 6.3.3
  primary key (framework_id, requirement, control_id)
) strict, without rowid;

-- One row per control × language.
create table control_text (
  control_id text not null,
  lang text not null check (lang in ('en', 'ja')),
  title text not null,
  description text not null,
  primary key (control_id, lang)
) strict, without rowid;

-- Risks and countermeasures. One row per point × language.
create table control_point (
  control_id text not null,
  kind text not null check (kind in ('risk', 'countermeasure')),
  position integer not null,
  lang text not null check (lang in ('en', 'ja')),
  title text not null,
  text text not null,
  primary key (control_id, kind, position, lang)
) strict, without rowid;

-- How to put it right. Text may hold {column} and {column|filter}, filled per resource.
-- `variant` is chosen by v_remedy_variant: 'default', 'code_deploy', 'external'.
create table remedy (
  control_id text not null,
  variant text not null,
  method text not null check (method in ('console', 'cli', 'terraform')),
  position integer not null,         -- console: the step; others: 1
  lang text not null check (lang in ('en', 'ja')),
  text text not null,
  primary key (control_id, variant, method, position, lang)
) strict, without rowid;

-- Every reason a control can give, with the status it means.
create table reason (
  control_id text not null,
  reason text not null,
  status text not null check (status in ('PASSED', 'FAILED', 'NOT_APPLICABLE', 'INSUFFICIENT_DATA')),
  primary key (control_id, reason)
) strict, without rowid;

-- The sentence for a reason. {name} {subject} {actual} {expected} are filled from the result.
create table reason_text (
  control_id text not null,
  reason text not null,
  lang text not null check (lang in ('en', 'ja')),
  text text not null,
  primary key (control_id, reason, lang)
) strict, without rowid;

-- Fargate platform versions. One row per family × version.
create table platform_version (
  family text not null check (family in ('linux', 'windows')),
  version text not null,
  released_on text not null,         -- date
  retired_on text,                   -- date from which AWS calls it retired (deprecated)
  ended_on text,                     -- date on which its last tasks were ended
  source text not null,              -- where the fact stands
  primary key (family, version)
) strict, without rowid;

-- Every fixed text of the reports. One row per key × language.
create table message (
  lang text not null check (lang in ('en', 'ja')),
  key text not null,
  text text not null,
  primary key (lang, key)
) strict, without rowid;

-- ---------------------------------------------------------------- assessments and results

create table assessment (
  id integer primary key,
  label text,
  as_of text not null,               -- the point in time that is judged
  as_of_from text not null check (as_of_from in ('option', 'newest_capture', 'generated_at')),
  generated_at text not null,        -- when this was computed (SOURCE_DATE_EPOCH fixes it)
  tool_version text not null,
  catalog_version text not null,
  catalog_digest text not null
) strict;

-- The parameters an assessment was made with. One row per control × parameter.
create table assessment_parameter (
  assessment_id integer not null references assessment (id),
  control_id text not null,
  name text not null,
  value text not null,
  origin text not null check (origin in ('default', 'option')),
  primary key (assessment_id, control_id, name)
) strict, without rowid;

-- Version texts met so far, taken apart so that 1.10.0 comes after 1.4.0. Parts are null for a text that
-- is not three numbers (LATEST, latest, 1.4, 1.04.0).
create table version_number (
  text text primary key,
  major integer,
  minor integer,
  patch integer
) strict, without rowid;

-- Which view of each service counted: the newest capture at or before as_of.
create table assessment_service (
  assessment_id integer not null references assessment (id),
  service_id integer not null references service (id),
  resource_id integer not null references resource (id),
  described_id integer references service (id),  -- newest describe-services view (deployments), if any
  primary key (assessment_id, service_id)
) strict, without rowid;

-- What the newest assessment found out about each service it judges, before any control: working rows,
-- made anew by every assessment. Rules: sql/assess/43-service-facts.sql.
create table service_fact (
  service_id integer primary key references service (id),
  assessment_id integer not null references assessment (id),
  resource_id integer not null references resource (id),
  record_id integer not null references record (id),            -- the view that counts
  described_record_id integer references record (id),           -- the newest describe-services view
  launch_type text,                  -- its own, else its task sets' or deployments'
  fargate integer,                   -- 1, 0, null: the evidence does not tell
  gate text,                         -- why it is not judged: inactive, unknown_launch_type, not_fargate; else null
  runs_on text,                      -- launch type or capacity providers, in words
  family text,                       -- linux, windows; null: no source states it
  family_text text,                  -- as stated
  has_deployments integer not null,  -- 1: the describe-services view lists deployments or task sets, or says that nothing runs
  changed_at text                    -- when the inventory last saw it change
) strict;

-- Which handing-over of a source counts: the newest capture of its bytes at or before as_of. Working rows as
-- above; sql/assess/35.
create table source_fact (
  source_id integer primary key references source (id),
  path text not null,
  captured_at text,
  captured_from text not null
) strict;

-- Each version that a service asks for (kind asked) or runs (kind running), and where it stands in the
-- catalogue. Working rows as above. Rules: sql/assess/44-version-facts.sql.
create table version_fact (
  service_id integer not null references service (id),
  kind text not null check (kind in ('asked', 'running')),
  position integer not null,
  subject text,                      -- the deployment's or task set's id
  version text,
  running_count integer,
  family text not null,              -- the one it is judged in
  family_text text,
  latest text,                       -- what LATEST means for that family
  retired_on text,
  in_catalogue integer not null check (in_catalogue in (0, 1)),
  standing text not null check (standing in
    ('none', 'latest', 'malformed', 'no_family', 'retired', 'outdated', 'current', 'newer')),
  primary key (service_id, kind, position)
) strict, without rowid;

-- Every resource's place in reading order (account, region, cluster, name), and the resource that it counts
-- as: a service seen under a short and a long ARN is one. Working rows as above; sql/assess/45.
create table resource_fact (
  resource_id integer primary key references resource (id),
  counted_id integer not null references resource (id),
  place integer not null,
  twin integer not null              -- 2, 3 … where another resource of the same place has the same name
) strict;
create index resource_fact_counted on resource_fact (counted_id);

-- AWS's verdict on each resource that counts, as of the newest assessment: one row per control × resource.
-- Working rows as above; sql/assess/45, 46.
create table security_hub_fact (
  control_id text not null,
  resource_id integer not null references resource (id),
  finding_id integer not null references finding (id),
  record_id integer not null references record (id),
  status text,                       -- null: none counts, kept_out says why
  updated_at text,
  kept_out text,                     -- archived, suppressed
  primary key (control_id, resource_id)
) strict, without rowid;

create table config_rule_fact (
  control_id text not null,
  resource_id integer not null references resource (id),
  record_id integer not null references record (id),
  status text,
  captured_at text,
  primary key (control_id, resource_id)
) strict, without rowid;

-- One row per assessment × control × resource. Never changed afterwards.
create table result (
  id integer primary key,
  assessment_id integer not null references assessment (id),
  control_id text not null,
  resource_id integer not null references resource (id),
  place integer not null,            -- reading order within the control; see resource_fact
  twin integer not null,
  record_id integer references record (id),      -- the evidence; AWS's verdict where no inventory holds the resource
  status text not null check (status in ('PASSED', 'FAILED', 'NOT_APPLICABLE', 'INSUFFICIENT_DATA', 'WAIVED')),
  original_status text not null,     -- before waivers
  reason text not null,
  launch_type text,
  platform_family text,
  platform_version text,
  latest_version text,
  subject text,                      -- which part of the resource: a deployment's or task set's id
  actual text,                       -- what was found
  expected text,                     -- what should be there
  security_hub_status text,
  security_hub_at text,
  config_rule_status text,
  config_rule_at text,
  agreement text not null check (agreement in ('agrees', 'disagrees', 'stale', 'aws_only', 'computed_only')),
  agreement_cause text,              -- message key suffix: why they differ
  waiver_id integer references waiver (id),
  unique (assessment_id, control_id, place),
  unique (assessment_id, control_id, resource_id)
) strict;
