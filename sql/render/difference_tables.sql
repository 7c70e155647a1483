-- What `fargauge diff` works out once and everything that it shows asks for, in tables that are gone with the connection.

-- The two assessments that `fargauge diff` sets beside each other. One row at most.
create temp table if not exists difference_pair (
  from_id integer not null,
  to_id integer not null,
  only_new integer not null          -- 1: old failures are none
);
delete from temp.difference_pair;

-- Whether the evidence of either period holds a resource (v_presence). One row per assessment of the two × resource.
create temp table if not exists difference_presence (
  assessment_id integer not null,
  resource_id integer not null,
  presence text not null,
  primary key (assessment_id, resource_id)
) without rowid;
delete from temp.difference_presence;

-- What differs between them (sql/render/difference.sql), and what does not, in the order in which it is shown. One row per
-- control × resource of either.
create temp table if not exists difference (
  number integer primary key,
  class text not null,
  cause text,
  control_id text not null,
  resource_id integer not null,
  from_result integer,
  to_result integer,
  from_status text,
  to_status text,
  from_presence text,
  to_presence text,
  failing integer not null,          -- 1: FAILED in the later one, and not gone
  new_failure integer not null,      -- 1: and neither FAILED in the earlier one nor open there
  outcome text                       -- in JUnit: pass, failure, error, skipped; null: it is not listed
);
create index if not exists temp.difference_control on difference (control_id, number);
delete from temp.difference;

-- The test cases of diff.junit.xml in order (sql/render/difference_cases.sql). One row per case.
create temp table if not exists difference_case (
  place integer primary key,         -- from 1
  control_id text not null,
  number integer,                    -- difference's; null: the one case of a suite in which nothing changed
  outcome text not null,
  file integer                       -- which one holds it, from 1; null: none yet
);
create index if not exists temp.difference_case_control on difference_case (control_id, place);
delete from temp.difference_case;

-- Accounts and Regions that only one of the two periods' evidence holds, and which. One row per account × Region of either;
-- `scope` is null where both hold it.
create temp view if not exists difference_place as
select r.account_id, r.region,
  case when max(d.from_status is not null) = 0 then 'new_place' when max(d.to_presence = 'seen') = 0 then 'not_seen_to'
    when max(d.from_presence = 'seen') = 0 then 'not_seen_from' end as scope
from temp.difference d
join main.resource r on r.id = d.resource_id
group by r.account_id, r.region;
