-- What oscal-ar.json groups, in tables that are gone with the connection: the audit's file is not changed. An observation
-- holds all results of the newest assessment that a control gave for one reason, so that their number follows from the
-- catalogue and not from the resources; what a waiver covers is an observation of its own. Run before it is written.

-- How many results of an observation rest on which file. One row per control × reason × file × waiver.
create temp table if not exists oscal_evidence (
  control_id text not null,
  reason_id integer not null,
  waiver_row integer,                -- null: no waiver
  source_id integer,                 -- null: no record is behind it
  total integer not null,
  oldest_at text,                    -- capture times of the records; null: nothing tells
  newest_at text
);
delete from temp.oscal_evidence;
insert into temp.oscal_evidence (control_id, reason_id, waiver_row, source_id, total, oldest_at, newest_at)
select k.control_id, e.reason_id, e.waiver_id, r.source_id, count(*),
  min(coalesce(r.captured_at, f.captured_at, s.captured_at)),
  max(coalesce(r.captured_at, f.captured_at, s.captured_at))
from assessment_control k
cross join result e on e.id > k.base and e.id < k.base + 10000000000
left join record r on r.id = e.record_id
left join source s on s.id = r.source_id
left join source_fact f on f.source_id = r.source_id
where k.assessment_id = (select assessment_id from v_assessment_id)
group by k.control_id, e.reason_id, e.waiver_id, r.source_id;

-- One row per observation. Order: reading order of the controls, then as lists have statuses, reason.
create temp table if not exists oscal_observation (
  number integer primary key,
  control_id text not null,
  reason_id integer not null,
  is_waived integer not null,
  status text not null,
  original_status text not null,     -- before waivers
  reason text not null,
  total integer not null,
  oldest_at text,
  newest_at text,
  unique (control_id, reason_id, is_waived)
);
delete from temp.oscal_observation;
insert into temp.oscal_observation (number, control_id, reason_id, is_waived, status, original_status, reason, total,
  oldest_at, newest_at)
select row_number() over (order by c.position, s.status_position, q.reason), g.*
from (select e.control_id, e.reason_id, e.waiver_row is not null as is_waived,
        iif(e.waiver_row is null, q.status, 'WAIVED') as status, q.status as original_status, q.reason,
        sum(e.total), min(e.oldest_at), max(e.newest_at)
      from temp.oscal_evidence e
      join assessment_reason q on q.id = e.reason_id
      group by e.control_id, e.reason_id, e.waiver_row is not null) g
join assessment_reason q on q.id = g.reason_id
join control c on c.id = g.control_id
join v_status s on s.status = g.status;
