-- The assessments of one database beside each other: what each of them saw, and what became of each result.
--
-- A result stays in every later assessment as long as nothing newer is known of its resource, so that what fails is never
-- forgotten. Whether the evidence of a period still held the resource is another question, and the answer is never "fixed".

-- Every assessment that stands, with its period, which begins behind the moment before it that was judged by all controls or
-- by the same choice of them: one of a few controls takes nothing from the others' periods. `period` numbers the moments; of
-- several assessments of one moment one `counts`: the newest, else that of all controls that was made last. `days` are
-- whole days since the period began. `selection`: the choice of controls, '' where all were judged. One row per assessment.
create view v_moment as
with standing as (
  select a.*, a.id is (select assessment_id from v_assessment_id) as is_newest, coalesce(c.selection, '') as selection
  from v_standing_assessment a
  left join (select assessment_id, group_concat(kind || ' ' || value, ', ') as selection
             from (select assessment_id, kind, value from assessment_selection order by assessment_id, kind, value)
             group by assessment_id) c on c.assessment_id = a.id
), begun as (
  -- '' and 0 where there is none
  select a.*,
    max(ifnull(max(iif(a.selection = '', a.as_of, '')) over before, ''), ifnull(max(a.as_of) over alike, '')) as from_as_of,
    max(ifnull(max(iif(a.selection = '', a.run, 0)) over before, 0), ifnull(max(a.run) over alike, 0)) as from_run
  from standing a
  window before as (order by a.as_of groups between unbounded preceding and 1 preceding),
    alike as (partition by a.selection order by a.as_of groups between unbounded preceding and 1 preceding)
)
select a.id as assessment_id, a.label, a.as_of, a.catalog_digest, a.run, a.selection,
  dense_rank() over (order by a.as_of) as period, nullif(a.from_as_of, '') as from_as_of,
  cast(julianday(a.as_of) - julianday(nullif(a.from_as_of, '')) + 1e-6 as integer) as days,
  row_number() over (partition by a.as_of order by a.is_newest desc, a.selection = '' desc, a.id desc) = 1 as counts, a.from_run
from begun a;

-- The files that were captured in an assessment's period, under whichever of their names; those of which no one knows when
-- (`content` tells only "not before") also where they were handed over in it. One row per assessment × file.
create view v_moment_source as
with moment as materialized (
  -- once: SQLite looks into a compound view only where the whole statement has 500 selects at most
  select assessment_id, as_of, from_as_of, run, from_run from v_moment
)
select p.assessment_id, s.source_id
from moment p
join (select id as source_id, captured_at from source
      union all
      select source_id, captured_at from source_alias) s
  on s.captured_at > coalesce(p.from_as_of, '') and s.captured_at <= p.as_of
union
select p.assessment_id, s.id
from moment p
join handed_over h on h.run > p.from_run and h.run <= p.run
join source s on s.sha256 = h.sha256 and s.captured_from in ('content', 'none')
union
select p.assessment_id, s.id
from moment p
join handed_over h on h.run > p.from_run and h.run <= p.run and h.is_archive
join archive z on z.sha256 = h.sha256
join source s on s.archive_id = z.id and s.captured_from in ('content', 'none');

-- The results of any assessment with what they judged: `found` is what does not depend on the rules, as one text. A service
-- that was seen under two ARNs is one (resource_fact.counted_id). `open` is 1 for what fails, waived or not, 0 for what does
-- not, null for what nobody knows. One row per control × resource × assessment; to be asked for those of an assessment.
create view v_told_result as
select k.assessment_id, k.control_id, coalesce(x.counted_id, e.id - k.base) as resource_id, e.id - k.base as own_id,
  e.id as result_id, e.record_id, q.reason, q.status as original_status, iif(e.waiver_id is null, q.status, 'WAIVED') as status,
  case q.status when 'FAILED' then 1 when 'INSUFFICIENT_DATA' then null else 0 end as open,
  json_array(e.launch_type, e.platform_family, e.platform_version, e.actual,
    iif(c.resource_type = 'AWS::ECS::Service', null, e.subject)) as found
from assessment_control k
cross join result e on e.id > k.base and e.id < k.base + 10000000000
cross join assessment_reason q on q.id = e.reason_id
left join resource_fact x on x.resource_id = e.id - k.base
left join control c on c.id = k.control_id;

-- Which resources with a result the evidence of a period holds: `presence` is seen, gone (it holds others of their kind in
-- the same account, Region and cluster, or says that they are inactive) or not_seen (it holds none of those, and says
-- nothing). One row per assessment × resource; none where there is but one assessment.
create view v_presence as
with kept as materialized (
  select * from v_moment where (select count(*) from v_standing_assessment) > 1
), held as materialized (
  select * from v_moment_source where (select count(*) from v_standing_assessment) > 1
), told as materialized (
  select p.assessment_id, p.period, p.as_of, p.from_as_of, e.resource_id, max(e.own_id) as own_id, max(e.reason = 'inactive') as inactive,
    max(coalesce(d.captured_at > coalesce(p.from_as_of, '') and d.captured_at <= p.as_of, 0)
      or exists (select 1 from held h where h.assessment_id = p.assessment_id and h.source_id = d.source_id)) as judged_on
  from kept p
  cross join v_told_result e on e.assessment_id = p.assessment_id
  left join record d on d.id = e.record_id
  group by p.assessment_id, e.resource_id
), seen as materialized (
  -- what was judged on an older record may stand in a file of the period all the same. AWS's verdicts outlive what they are on
  select t.assessment_id, t.period, t.resource_id, t.inactive,
    t.judged_on or exists (
      select 1
      from v_resource_record o
      cross join record d on d.id = o.record_id
      where o.resource_id = t.own_id and o.kind not in ('finding', 'config_evaluation', 'config_compliance')
        and ((d.captured_at > coalesce(t.from_as_of, '') and d.captured_at <= t.as_of)
          or exists (select 1 from held h where h.assessment_id = t.assessment_id and h.source_id = d.source_id))) as seen
  from told t
), beside as (
  select s.*, max(s.seen) over (partition by s.assessment_id, r.account_id, r.region, r.cluster, r.type) as place_seen
  from seen s
  cross join resource r on r.id = s.resource_id
)
select assessment_id, period, resource_id,
  case when seen and not inactive then 'seen' when place_seen then 'gone' else 'not_seen' end as presence
from beside;

-- Every result of the moments that count, beside the one before it. `former` and `former_found` are that one's status and
-- what it found, null where there is none; `decided` is the period × 2, + 1 where it fails, null where nobody knows, and
-- `former_decided` the last of those before; failed_before is 1 where it ever failed before. One row per control × resource × moment that has a result; none where only
-- one moment was judged.
create view v_timeline as
with presence as materialized (
  select * from v_presence
), told as (
  -- asked as a list, which SQLite looks up
  select p.period, p.as_of, e.*, p.period * 2 + e.open as decided,
    case when (e.assessment_id, e.resource_id) in (select assessment_id, resource_id from presence where presence = 'seen')
        then 'seen'
      when (e.assessment_id, e.resource_id) in (select assessment_id, resource_id from presence where presence = 'gone')
        then 'gone'
      else 'not_seen' end as presence
  from v_moment p
  cross join v_told_result e on e.assessment_id = p.assessment_id
  where p.counts and (select count(distinct as_of) from v_standing_assessment) > 1
)
select period, as_of, assessment_id, control_id, resource_id, result_id, status, original_status, open, found, presence, decided,
  lag(status) over chain as former, lag(found) over chain as former_found, max(decided) over chain as former_decided,
  max(open) over chain as failed_before
from told
window chain as (partition by control_id, resource_id order by period rows between unbounded preceding and 1 preceding);

-- What became of each control's result on each resource, over all moments judged up to the newest assessment's. `status` is the
-- newest one's, null where it has no result. A failure is open until a result passes or does not apply, waived or not, and whatever is not known in
-- between: open_since is when it began, days_open how many whole days before the newest moment; failing_since is the same of
-- what fails now. `reopened`: how often it failed again after that. `presence` is as in v_presence at the newest moment, or
-- not_judged (its control was left out); last_seen_at is null for what no period's evidence held. evidence_changed_at: when
-- what was found last differed; closed_at: when it last passed or did not apply. Times are of the assessments that told it. One row per control × resource; none where only one
-- moment was judged.
create view v_history as
with moment as materialized (
  select m.*, max(m.period) over () as newest from v_moment m where m.counts and m.as_of <= (select as_of from v_assessment)
), line as materialized (
  select control_id, resource_id, min(as_of) as first_at, max(period) as last_period, count(*) as moments,
    substr(max((100000000 + period) || status), 10) as last_status, max(decided) as decided,
    max(iif(presence = 'seen', period, null)) as seen_period,
    min(iif(presence = 'seen', as_of, null)) as first_seen_at,
    max(iif(presence = 'seen', as_of, null)) as last_seen_at,
    substr(max((100000000 + period) || presence), 10) as presence,
    min(iif(open, as_of, null)) as first_failed_at,
    max(iif(open = 0, as_of, null)) as closed_at,
    max(iif(open and coalesce(former_decided % 2, 0) = 0, as_of, null)) as opened_at,
    sum(coalesce(open and former_decided % 2 = 0 and failed_before, 0)) as reopened,
    max(iif(status <> former, as_of, null)) as changed_at,
    max(iif(found <> former_found, as_of, null)) as evidence_changed_at
  from v_timeline
  where as_of <= (select as_of from v_assessment)
  group by control_id, resource_id
)
select l.control_id, l.resource_id, iif(l.last_period = n.period, l.last_status, null) as status,
  case when l.last_period = n.period then l.presence
    when not exists (select 1 from assessment_control k where k.assessment_id = n.assessment_id and k.control_id = l.control_id)
      then 'not_judged'
    else 'not_seen' end as presence,
  coalesce(l.first_seen_at, l.first_at) as first_seen_at, l.last_seen_at,
  iif(l.seen_period < n.period, (select m.as_of from moment m where m.period = l.seen_period + 1), null) as absent_since_at,
  l.first_failed_at,
  iif(l.last_period = n.period and l.last_status = 'FAILED', l.opened_at, null) as failing_since_at,
  iif(l.decided % 2 = 1, l.opened_at, null) as open_since_at,
  iif(l.decided % 2 = 1, cast(julianday(n.as_of) - julianday(l.opened_at) + 1e-6 as integer), null) as days_open,
  l.reopened, l.changed_at, l.evidence_changed_at, l.closed_at, l.moments
from line l
join moment n on n.period = n.newest;

-- What a control's result on a resource can be to the one before it, in the order of lists. `listed` is 0 where nothing is to
-- be shown. One row per class.
create view v_difference_class as
select column1 as class, column2 as position, column3 as listed
from (values ('new_failure', 1, 1), ('reopened', 2, 1), ('rules_changed', 3, 1), ('still_failing', 4, 1), ('fixed', 5, 1),
  ('changed', 6, 1), ('new', 7, 1), ('gone', 8, 1), ('not_seen', 9, 1), ('not_judged', 10, 1), ('evidence_changed', 11, 1),
  ('unchanged', 12, 0));

-- In what the rules of two assessments differ: the catalogue, parameters, which controls were judged. One row per pair of
-- assessments × difference × language; to be asked for one pair.
create view v_difference_rule as
with differs (from_id, to_id, position, kind, control_id, name, from_value, to_value) as (
  select a.id, b.id, 1, 'catalogue', '', '', substr(a.catalog_digest, 1, 12), substr(b.catalog_digest, 1, 12)
  from assessment a
  cross join assessment b
  where a.catalog_digest <> b.catalog_digest
  union all
  select a.id, b.id, 2, 'parameter', p.control_id, p.name, p.value, q.value
  from assessment a
  cross join assessment b
  cross join assessment_parameter p on p.assessment_id = a.id
  cross join assessment_parameter q on q.assessment_id = b.id and q.control_id = p.control_id and q.name = p.name
  where q.value <> p.value
  union all
  select from_id, to_id, position, kind, group_concat(control_id, ', '), '', null, null
  from (select a.id as from_id, b.id as to_id, 3 + (k.assessment_id = b.id) as position,
          iif(k.assessment_id = a.id, 'judged_no_more', 'judged_newly') as kind, c.id as control_id
        from assessment a
        cross join assessment b
        cross join assessment_control k on k.assessment_id in (a.id, b.id)
        cross join control c on c.id = k.control_id
        where not exists (select 1 from assessment_control o
                          where o.assessment_id = iif(k.assessment_id = a.id, b.id, a.id) and o.control_id = k.control_id)
        order by a.id, b.id, position, c.position)
  group by from_id, to_id, position, kind
)
select d.from_id, d.to_id, d.position, d.kind, d.control_id, d.name, d.from_value, d.to_value, m.lang,
  replace(replace(replace(replace(replace(replace(m.text, '{control}', d.control_id), '{name}', d.name),
    '{from}', replace(coalesce(nullif(d.from_value, ''), '—'), '{', char(64976))),
    '{to}', replace(coalesce(nullif(d.to_value, ''), '—'), '{', char(64976))),
    char(64976), '{'), '  ', ' ') as told
from differs d
join message m on m.key = 'diff.rule.' || d.kind;
