-- Schema 5: AWS's two verdicts side by side, so that a result looks for them once; the line in which a record begins, for
-- readers that show a file and a line.
pragma user_version = 5;

-- What AWS says of each resource that counts, as of the newest assessment: the verdict of Security Hub, that of AWS
-- Config's rule, or both. One row per control × resource. Working rows, made anew by the next assessment; until then an
-- upgraded audit keeps what it had. Rules: sql/assess/49-….sql.
create table aws_fact (
  control_id text not null,
  resource_id integer not null references resource (id),
  hub_finding_id integer references finding (id),
  hub_record_id integer references record (id),
  hub_status text,                   -- null: none counts, kept_out says why
  hub_meaning text,                  -- pass, fail, none, unknown
  hub_at text,
  kept_out text,                     -- archived, suppressed: why no finding of Security Hub counts
  rule_record_id integer references record (id),
  rule_status text,
  rule_meaning text,
  rule_at text,
  primary key (control_id, resource_id)
) strict, without rowid;
insert into aws_fact (control_id, resource_id, rule_record_id, rule_status, rule_meaning, rule_at)
select control_id, resource_id, record_id, status, meaning, captured_at
from config_rule_fact;
insert into aws_fact (control_id, resource_id, hub_finding_id, hub_record_id, hub_status, hub_meaning, hub_at, kept_out)
select control_id, resource_id, finding_id, record_id, status, meaning, updated_at, kept_out
from security_hub_fact
where true
on conflict (control_id, resource_id) do update
set hub_finding_id = excluded.hub_finding_id, hub_record_id = excluded.hub_record_id, hub_status = excluded.hub_status,
  hub_meaning = excluded.hub_meaning, hub_at = excluded.hub_at, kept_out = excluded.kept_out;
drop table config_rule_fact;
drop table security_hub_fact;

-- 1-based, in the decoded text; null: imported by an older fargauge. Of a record inside JSON that is held as text, where
-- that text begins. `rejection.line` is now known for every record too, not only for a CSV's rows.
alter table record add column line integer;

-- How what a source holds ranks beside what others say of the same resource. Working rows of the newest assessment; one per
-- source. Rules: sql/assess/35-source-ranks.sql.
create table source_rank (
  source_id integer primary key references source (id),
  rank text not null,                -- by its hash
  ecs_key text,                      -- of describe calls without a time of their own; null: not handed over by then
  config_key text                    -- of what AWS Config says without one
) strict;
