-- JUnit's shape of the results.

-- What each status counts as unless the user says otherwise. One row per status.
create view v_junit_outcome as
select column1 as status, column2 as usual
from (values ('PASSED', 'pass'), ('FAILED', 'failure'), ('INSUFFICIENT_DATA', 'error'), ('NOT_APPLICABLE', 'skipped'),
  ('WAIVED', 'skipped'));

-- One row per resource, by its place in reading order, with the place of the last one of its account and of its cluster:
-- where a testsuite that stands for one of these ends. To be asked for one place.
create view v_junit_place as
select x.place, r.account_id, r.region, r.cluster,
  (select max(f.place) from resource o cross join resource_fact f on f.resource_id = o.id
   where o.account_id is r.account_id) as account_last,
  (select max(f.place) from resource o cross join resource_fact f on f.resource_id = o.id
   where o.account_id is r.account_id and o.region is r.region and o.cluster is r.cluster) as cluster_last
from resource_fact x
join resource r on r.id = x.resource_id;

-- What the results of the newest assessment follow from, as lines of text: the rules, the moment judged, the controls, their
-- parameters, and the bytes of every file that counted with the time they were captured. The same evidence gives the same
-- lines, whatever its files are called and in whichever order they came; the program's SHA-256 over them stands in
-- junit.xml as inputs_digest (docs/ci.md). One row per line.
create view v_input_line as
select 'rules ' || catalog_digest as line from v_assessment
union all
select 'as_of ' || as_of from v_assessment
union all
select 'control ' || id from v_judged_control
union all
select 'parameter ' || control_id || '.' || name || '=' || value from v_parameter
union all
select 'source ' || s.sha256 || ' ' || s.kind || ' ' || coalesce(f.captured_at, '-')
from source_fact f
join source s on s.id = f.source_id
where s.kind <> 'waivers'
union all
select 'source ' || s.sha256 || ' waivers'
from source s
where s.id in (select d.source_id from waiver_fact f
               join waiver w on w.id = f.waiver_row
               join record d on d.id = w.record_id
               where not f.superseded
               union
               select j.source_id from waiver_issue i join rejection j on j.id = i.rejection_id);
