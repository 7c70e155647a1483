-- Schema 4: results and containers as narrow rows in the order in which they are read, so that an audit of a million
-- services takes a third of the room and of the time.
pragma user_version = 4;

-- ---------------------------------------------------------------- results

-- As in schema 3, with where the control's results stand: the result of resource R has the id base + R. Bases are
-- 10,000,000,000 apart, more than any audit has resources, so that a resource that is imported later finds nothing at its
-- place, and never another's result. So results need no index, and none of them names its control. How many there are is
-- counted when the assessment is made; `failed` are those without a waiver, what is left passed.
create temp table kept_assessment_control as select * from assessment_control;
drop table assessment_control;
create table assessment_control (
  assessment_id integer not null references assessment (id),
  control_id text not null,
  base integer not null unique check (base >= 0 and base % 10000000000 = 0),
  total integer not null default 0,
  failed integer not null default 0,
  insufficient_data integer not null default 0,
  not_applicable integer not null default 0,
  waived integer not null default 0,
  primary key (assessment_id, control_id)
) strict, without rowid;
insert into assessment_control (assessment_id, control_id, base)
select assessment_id, control_id, (row_number() over (order by assessment_id, control_id) - 1) * 10000000000
from kept_assessment_control;
drop table kept_assessment_control;

-- The reasons that a control could give in an assessment, and the status that each meant then. One row per reason.
create table assessment_reason (
  id integer primary key,
  assessment_id integer not null references assessment (id),
  control_id text not null,
  reason text not null,
  status text not null,              -- PASSED, FAILED, NOT_APPLICABLE, INSUFFICIENT_DATA
  -- the same as numbers, for counting millions of results
  fails integer generated always as (status = 'FAILED') stored,
  is_open integer generated always as (status = 'INSUFFICIENT_DATA') stored,
  is_outside integer generated always as (status = 'NOT_APPLICABLE') stored,
  unique (assessment_id, control_id, reason)
) strict;
insert into assessment_reason (assessment_id, control_id, reason, status)
select distinct assessment_id, control_id, reason, original_status
from result
order by assessment_id, control_id, reason;

-- One row per control × resource × assessment; never changed afterwards, except that waivers are set in the same
-- transaction. v_result says in words what the ids stand for.
create temp table kept_result as select * from result;
drop table result;
create table result (
  id integer primary key,            -- assessment_control.base + the resource's id
  reason_id integer not null references assessment_reason (id),
  record_id integer references record (id),      -- the evidence; AWS's verdict where no inventory holds the resource
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
  agreement text,                    -- agrees, disagrees, stale, aws_only; null: AWS has no verdict that counts
  agreement_cause text,              -- message key suffix: why they differ
  waiver_id integer references waiver (id)       -- the waiver that makes a FAILED one WAIVED
) strict;
insert into result (id, reason_id, record_id, launch_type, platform_family, platform_version, latest_version, subject,
  actual, expected, security_hub_status, security_hub_at, config_rule_status, config_rule_at, agreement,
  agreement_cause, waiver_id)
select k.base + e.resource_id, q.id, e.record_id, e.launch_type, e.platform_family, e.platform_version,
  e.latest_version, e.subject, e.actual, e.expected, e.security_hub_status, e.security_hub_at, e.config_rule_status,
  e.config_rule_at, nullif(e.agreement, 'computed_only'),
  iif(e.agreement = 'computed_only' and e.agreement_cause in ('no_aws_verdict', 'no_aws_control'), null,
    e.agreement_cause), e.waiver_id
from kept_result e
join assessment_control k on k.assessment_id = e.assessment_id and k.control_id = e.control_id
join assessment_reason q on q.assessment_id = e.assessment_id and q.control_id = e.control_id and q.reason = e.reason
order by 1;

update assessment_control
set total = n.total, failed = n.failed, insufficient_data = n.insufficient_data, not_applicable = n.not_applicable,
  waived = n.waived
from (select assessment_id, control_id, count(*) as total, sum(status = 'FAILED') as failed,
        sum(status = 'INSUFFICIENT_DATA') as insufficient_data, sum(status = 'NOT_APPLICABLE') as not_applicable,
        sum(status = 'WAIVED') as waived
      from kept_result
      group by assessment_id, control_id) n
where assessment_control.assessment_id = n.assessment_id and assessment_control.control_id = n.control_id;

-- What names a result by its id.
create temp table renumbered as
select e.id as old_id, k.base + e.resource_id as new_id
from kept_result e
join assessment_control k on k.assessment_id = e.assessment_id and k.control_id = e.control_id;
create unique index renumbered_old on renumbered (old_id);
create temp table kept_cause as select * from result_cause;
delete from result_cause;
insert into result_cause (assessment_id, result_id, cause, judge, aws_at, our_at, parameter, aws_value, our_value,
  detail, annotation)
select c.assessment_id, n.new_id, c.cause, c.judge, c.aws_at, c.our_at, c.parameter, c.aws_value, c.our_value, c.detail,
  c.annotation
from kept_cause c
join renumbered n on n.old_id = c.result_id;
create temp table kept_match as select * from waiver_match;
delete from waiver_match;
insert into waiver_match (waiver_row, result_id)
select m.waiver_row, n.new_id
from kept_match m
join renumbered n on n.old_id = m.result_id;
drop table kept_match;
drop table kept_cause;
drop table renumbered;
drop table kept_result;

-- ---------------------------------------------------------------- containers

-- As in schema 2, a definition's containers side by side: every control on them reads them all.
create temp table kept_container as select * from container;
create temp table kept_variable as select * from container_variable;
drop table container_variable;
drop table container;
create table container (
  task_definition_id integer not null references task_definition (id),
  position integer not null,         -- 0-based place in the export
  name text,
  image text,
  essential integer check (essential in (0, 1)),
  privileged integer check (privileged in (0, 1)),
  readonly_root_filesystem integer check (readonly_root_filesystem in (0, 1)),
  user text,                         -- as given: root, 1000:1000
  has_log_configuration integer not null check (has_log_configuration in (0, 1)),
  log_driver text,
  primary key (task_definition_id, position)
) strict, without rowid;
insert into container (task_definition_id, position, name, image, essential, privileged, readonly_root_filesystem,
  user, has_log_configuration, log_driver)
select task_definition_id, position, name, image, essential, privileged, readonly_root_filesystem, user,
  has_log_configuration, log_driver
from kept_container
order by task_definition_id, position;

-- The names of the environment variables and secrets of a definition's containers. Their values are never stored.
create table container_variable (
  task_definition_id integer not null references task_definition (id),
  container integer not null,        -- the container's position
  kind text not null check (kind in ('environment', 'secret')),
  position integer not null,
  name text not null,
  primary key (task_definition_id, container, kind, position)
) strict, without rowid;
insert into container_variable (task_definition_id, container, kind, position, name)
select c.task_definition_id, c.position, v.kind, v.position, v.name
from kept_variable v
join kept_container c on c.id = v.container_id
order by 1, 2, 3, 4;
drop table kept_variable;
drop table kept_container;

-- ---------------------------------------------------------------- working rows of the newest assessment

-- Where each platform version stands that the evidence names, in each family. One row per family × version, and one
-- per family for where none is stated. Rules: sql/assess/31-version-standings.sql.
create table version_standing (
  id integer primary key,
  known_family text not null check (known_family in ('linux', 'windows', 'unknown')),
  version text,                      -- as stated; null: none is
  family text not null,              -- the one it is judged in
  latest text,                       -- what LATEST means for that family
  retired_on text,
  in_catalogue integer not null check (in_catalogue in (0, 1)),
  standing text not null check (standing in
    ('none', 'latest', 'malformed', 'no_family', 'retired', 'outdated', 'current', 'newer')),
  unique (known_family, version)
) strict;

-- So that the seven controls on what stands in a definition's containers and volumes need not look at it again. 1: the
-- definition lists its containers; null: no task definition.
alter table view_fact add column containers_known integer;

-- As in schema 1: each version asked for or running, with where it stands. v_version_fact has it in words. Made anew by
-- the next assessment; until then an upgraded audit keeps what it had.
create temp table kept_version_fact as select * from version_fact;
drop table version_fact;
insert into version_standing (known_family, version, family, latest, retired_on, in_catalogue, standing)
select iif(standing = 'no_family', 'unknown', family), version, family, max(latest), max(retired_on),
  max(in_catalogue), max(standing)
from kept_version_fact
group by 1, 2;
create table version_fact (
  service_id integer not null references service (id),
  kind text not null check (kind in ('asked', 'running')),
  position integer not null,
  standing_id integer not null references version_standing (id),
  subject text,                      -- the task's, task set's or deployment's id
  running_count integer,
  family_text text,                  -- as stated
  record_id integer references record (id),      -- who says what runs; null: the service
  primary key (service_id, kind, position)
) strict, without rowid;
insert into version_fact (service_id, kind, position, standing_id, subject, running_count, family_text,
  record_id)
select f.service_id, f.kind, f.position, n.id, f.subject, f.running_count, f.family_text, f.record_id
from kept_version_fact f
join version_standing n on n.known_family = iif(f.standing = 'no_family', 'unknown', f.family)
  and n.version is f.version;
drop table kept_version_fact;

-- What runs goes into version_fact at once.
drop table running_fact;

-- ---------------------------------------------------------------- resources

-- With the type, so that whoever walks resources in reading order, or looks for those of a name, reads nothing else.
drop index resource_place;
create index resource_place on resource (account_id, region, cluster, name, type);
-- What resources count as one, without a look at each.
drop index resource_fact_counted;
create index resource_fact_counted on resource_fact (counted_id, resource_id);
