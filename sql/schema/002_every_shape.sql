-- Schema 2: every shape that is imported. Kinds of export are no longer listed here (the mappers are), so
-- that a new one changes no table. Evidence that schema 1 holds stays as it was given: tables that grow are
-- made anew around it, which takes a fraction of the time that altering them would.
pragma user_version = 2;

-- ---------------------------------------------------------------- where evidence came from

-- One row per archive (.zip, .tar, .tar.gz) that was handed over, under each name it came with. Its members
-- are sources: their path is the archive's, '!', and the member's name.
create table archive (
  id integer primary key,
  path text not null,
  sha256 text not null check (length(sha256) = 64),  -- of the archive as handed over
  size integer not null check (size >= 0),
  format text not null,              -- zip, tar, tar.gz …
  unique (path, sha256)
) strict;

-- One row per file that was imported. Its bytes stay outside; the hash says which they were.
create temp table kept_source as select * from source;
drop table source;
create table source (
  id integer primary key,
  path text not null,                -- as given on the command line, found below a given folder, or ARCHIVE!MEMBER
  archive_id integer references archive (id),               -- null: a file of its own
  sha256 text not null unique check (length(sha256) = 64),  -- of the bytes as handed over (before gunzip); a member's own
  size integer not null check (size >= 0),                  -- bytes as handed over
  kind text not null,                -- ecs_services, config_items …: the mapper's
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
insert into source (id, path, sha256, size, kind, compression, encoding, captured_at, captured_from,
  more_pages, tool_version, run)
select id, path, sha256, size, kind, compression, encoding, captured_at, captured_from, more_pages,
  tool_version, run
from kept_source;
drop table kept_source;

-- The same bytes handed over again under another name: noted, not loaded twice. They may have been captured
-- again, at a later time.
create temp table kept_source_alias as select * from source_alias;
drop table source_alias;
create table source_alias (
  source_id integer not null references source (id),
  path text not null,
  captured_at text,
  captured_from text not null check (captured_from in ('option', 'path', 'content', 'none')),
  archive_id integer references archive (id),               -- where that name is a member's
  primary key (source_id, path)
) strict, without rowid;
insert into source_alias (source_id, path, captured_at, captured_from)
select source_id, path, captured_at, captured_from from kept_source_alias;
drop table kept_source_alias;

-- What lay in a folder or an archive and was not read, and why. One row per path.
create table passed_over (
  path text primary key,
  reason text not null check (reason in
    ('symbolic_link', 'hard_link', 'special_file', 'nested_archive', 'not_an_export')),
  run integer not null               -- the import run that last met it
) strict, without rowid;

-- ---------------------------------------------------------------- ECS: clusters, tasks and the rest

-- One row per tag of whatever a record describes. A record without rows and with tags_known 1 has none.
create table tag (
  record_id integer not null references record (id),
  key text not null,
  value text,
  primary key (record_id, key)
) strict, without rowid;
insert into tag (record_id, key, value)
select s.record_id, t.key, t.value from service_tag t join service s on s.id = t.service_id;
drop table service_tag;

-- One row per ARN that a list answer names: what exists, whether it was described or not.
create table listing (
  record_id integer primary key references record (id),
  resource_id integer not null references resource (id)
) strict;
create index listing_resource on listing (resource_id);

-- One row per cluster as one record saw it.
create table cluster (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  origin text not null check (origin in ('ecs', 'config')),
  deleted integer not null default 0 check (deleted in (0, 1)),
  status text,                       -- ACTIVE, PROVISIONING, DEPROVISIONING, FAILED, INACTIVE
  settings_known integer not null default 0 check (settings_known in (0, 1)),  -- 0: the export was made without settings
  container_insights text,           -- enabled, enhanced, disabled
  execute_command_logging text,      -- DEFAULT, OVERRIDE, NONE
  capacity_providers text not null default '[]' check (json_valid(capacity_providers)),  -- names
  default_capacity_provider_strategy text not null default '[]'
    check (json_valid(default_capacity_provider_strategy)),
  active_services integer,
  running_tasks integer,
  pending_tasks integer,
  container_instances integer,
  tags_known integer not null default 0 check (tags_known in (0, 1))
) strict;
create index cluster_resource on cluster (resource_id);
create index cluster_record on cluster (record_id);

-- One row per task definition as one record saw it. What schema 1 stored had only the operating system:
-- containers_known is 0 there.
create temp table kept_task_definition as select * from task_definition;
drop table task_definition;
create table task_definition (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  origin text not null check (origin in ('ecs', 'config')),
  deleted integer not null default 0 check (deleted in (0, 1)),
  family text,
  revision integer,
  status text,                       -- ACTIVE, INACTIVE, DELETE_IN_PROGRESS
  operating_system_family text,
  cpu_architecture text,
  network_mode text,                 -- bridge, host, awsvpc, none
  pid_mode text,
  ipc_mode text,
  requires_compatibilities text not null default '[]'
    check (json_valid(requires_compatibilities)),             -- ["FARGATE"]
  task_role_arn text,
  execution_role_arn text,
  registered_at text,
  deregistered_at text,
  containers_known integer not null default 0 check (containers_known in (0, 1)),
  tags_known integer not null default 0 check (tags_known in (0, 1))
) strict;
insert into task_definition (id, record_id, resource_id, origin, deleted, family, revision, status,
  operating_system_family)
select id, record_id, resource_id, origin, deleted, family, revision, status, operating_system_family
from kept_task_definition;
drop table kept_task_definition;
create index task_definition_resource on task_definition (resource_id);
create index task_definition_record on task_definition (record_id);

-- One row per container of a task definition. Null: the definition does not say.
create table container (
  id integer primary key,
  task_definition_id integer not null references task_definition (id),
  position integer not null,         -- 0-based place in the export
  name text,
  image text,
  essential integer check (essential in (0, 1)),
  privileged integer check (privileged in (0, 1)),
  readonly_root_filesystem integer check (readonly_root_filesystem in (0, 1)),
  user text,                         -- as given: root, 1000:1000
  has_log_configuration integer not null check (has_log_configuration in (0, 1)),
  log_driver text
) strict;
create index container_definition on container (task_definition_id);

-- The names of a container's environment variables and secrets. Their values are never stored.
create table container_variable (
  container_id integer not null references container (id),
  kind text not null check (kind in ('environment', 'secret')),
  position integer not null,
  name text not null,
  primary key (container_id, kind, position)
) strict, without rowid;

-- One row per volume of a task definition.
create table volume (
  task_definition_id integer not null references task_definition (id),
  position integer not null,
  name text,
  kind text not null check (kind in ('efs', 'fsx_windows', 'docker', 's3files', 'other')),  -- other: host and bind mounts
  file_system_id text,
  transit_encryption text,           -- ENABLED, DISABLED; null: not stated
  primary key (task_definition_id, position)
) strict, without rowid;

-- One row per task set described on its own (those inside a described service are in `deployment`).
create table task_set (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  origin text not null check (origin in ('ecs', 'config')),
  deleted integer not null default 0 check (deleted in (0, 1)),
  service text,                      -- the service's ARN, or its name, as given
  task_set_id text,                  -- ecs-svc/…
  status text,
  launch_type text,
  capacity_provider_strategy text not null default '[]' check (json_valid(capacity_provider_strategy)),
  platform_version text,
  platform_family text,
  assign_public_ip text,
  task_definition text,
  desired_count integer,
  running_count integer,
  pending_count integer,
  stability_status text,
  created_at text,
  updated_at text,
  tags_known integer not null default 0 check (tags_known in (0, 1))
) strict;
create index task_set_resource on task_set (resource_id);
create index task_set_record on task_set (record_id);

-- One row per capacity provider as one record saw it.
create table capacity_provider (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  origin text not null check (origin in ('ecs', 'config')),
  deleted integer not null default 0 check (deleted in (0, 1)),
  status text,
  auto_scaling_group_arn text,       -- null: FARGATE, FARGATE_SPOT, managed instances
  managed_termination_protection text,
  managed_scaling_status text,
  tags_known integer not null default 0 check (tags_known in (0, 1))
) strict;
create index capacity_provider_resource on capacity_provider (resource_id);
create index capacity_provider_record on capacity_provider (record_id);

-- One row per task as one describe-tasks answer saw it: its own platform version is the best witness of what runs.
create table task (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  service_name text,                 -- from its group, service:NAME; null: no service started it
  started_by text,                   -- the deployment or task set: ecs-svc/…
  last_status text,                  -- RUNNING, STOPPED …
  desired_status text,
  launch_type text,
  capacity_provider text,
  platform_version text,
  platform_family text,
  task_definition text,
  created_at text,
  started_at text,
  stopped_at text,
  tags_known integer not null default 0 check (tags_known in (0, 1))
) strict;
create index task_resource on task (resource_id);
create index task_record on task (record_id);

-- What runs in each assessed service, and which record says so: working rows of the newest assessment, made anew
-- by every one. Rules: sql/assess/44-running-facts.sql.
create table running_fact (
  service_id integer not null references service (id),
  position integer not null,         -- the best witnesses first: tasks, task sets, deployments
  record_id integer not null references record (id),
  subject text,                      -- the task's, task set's or deployment's id
  version text,
  running_count integer,
  platform_family text,              -- its own, as stated
  primary key (service_id, position)
) strict, without rowid;
alter table version_fact add column record_id integer references record (id);  -- who says what runs; null: the service

-- One row per service revision: what a deployment was made from.
create table service_revision (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  service text,                      -- the service's ARN
  launch_type text,
  capacity_provider_strategy text not null default '[]' check (json_valid(capacity_provider_strategy)),
  platform_version text,
  platform_family text,
  assign_public_ip text,
  task_definition text,
  created_at text
) strict;
create index service_revision_resource on service_revision (resource_id);
create index service_revision_record on service_revision (record_id);

-- One row per service deployment: when which revision was rolled out.
create table service_deployment (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  service text,                      -- the service's ARN
  status text,                       -- SUCCESSFUL, IN_PROGRESS, ROLLBACK_SUCCESSFUL …
  target_revision text,              -- the service revision's ARN
  created_at text,
  started_at text,
  finished_at text
) strict;
create index service_deployment_resource on service_deployment (resource_id);
create index service_deployment_record on service_deployment (record_id);

-- ---------------------------------------------------------------- AWS Config's verdicts through its API

-- One row per rule × resource verdict of AWS Config, and one per compliance item itself, with rule_name '': a
-- deleted item has no other.
create temp table kept_config_evaluation as select * from config_evaluation;
drop table config_evaluation;
create table config_evaluation (
  id integer primary key,
  record_id integer not null references record (id),
  resource_id integer not null references resource (id),
  rule_name text not null,
  rule_arn text,
  compliance text,                   -- COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE, INSUFFICIENT_DATA; null: deleted
  annotation text                    -- the rule's own words
) strict;
insert into config_evaluation (id, record_id, resource_id, rule_name, rule_arn, compliance)
select id, record_id, resource_id, rule_name, rule_arn, compliance from kept_config_evaluation;
drop table kept_config_evaluation;
create index config_evaluation_resource on config_evaluation (resource_id);
create index config_evaluation_record on config_evaluation (record_id);

-- Verdicts that are not rule × resource: a rule's on all it judges (describe-compliance-by-config-rule), or all
-- rules' on a resource (describe-compliance-by-resource).
create table config_compliance (
  id integer primary key,
  record_id integer not null references record (id),
  rule_name text,                    -- null: all rules'
  resource_id integer references resource (id),  -- null: all resources
  compliance text,
  contributors integer,              -- resources, or rules, that do not comply
  contributors_capped integer not null default 0 check (contributors_capped in (0, 1)),  -- 1: at least so many
  check ((rule_name is null) <> (resource_id is null))
) strict;
create index config_compliance_record on config_compliance (record_id);
create index config_compliance_resource on config_compliance (resource_id);
