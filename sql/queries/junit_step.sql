-- The next testsuite, or what fits of it: one step of cutting the results into files that take :left more test cases and
-- :room more elements of XML. Where to go on is in the next_… columns, which are this query's parameters when the program
-- asks again; no row: nothing is left. `cases` 0: nothing of this suite is left. Grain: one row at most. Order: none is
-- needed for one row.
--
-- The next suite begins at place :first (an account or a cluster), and its cases at :from_key, which is the control's
-- position × 10,000,000,000 + the place: cases stand in that order. Behind the last account or cluster comes one suite
-- for the controls with nothing in scope; a suite that stands for a control has that case itself.
with suite as materialized (
  select 'control' as kind, min(c.position) as low, min(c.position) as high, 1 as first,
    (select ifnull(max(place), 0) from resource_fact) as last
  from v_control_counts c
  where :junit_group = 'control' and c.position >= :from_key / 10000000000
  having count(*) > 0
  union all
  select :junit_group, 0, 900000000, p.place, iif(:junit_group = 'account', p.account_last, p.cluster_last)
  from v_junit_place p
  where :junit_group <> 'control' and p.place = :first
  union all
  select 'nothing_in_scope', 0, -1, :first, :first
  where :junit_group <> 'control' and :first = (select ifnull(max(place), 0) + 1 from resource_fact)
    and exists (select 1 from v_control_counts where total = 0)
), chosen as materialized (
  -- a whole control's results were counted when they were made. Of a suite's own elements there are fewer than 40
  select s.*, max(1, min(:left, (:room - 40) / 2)) as allowed, c.total, c.failed, c.insufficient_data, c.not_applicable,
    c.waived,
    case when s.kind = 'nothing_in_scope' then 'none'
      when :from_key <= s.low * 10000000000 and c.total <= max(1, min(:left, (:room - 40) / 2)) then 'counted'
      else 'scanned' end as how
  from suite s
  left join v_control_counts c on s.kind = 'control' and c.position = s.low
), counts as (
  select 0 as cut, total, failed, insufficient_data, not_applicable, waived, low * 10000000000 as from_key,
    (low + 1) * 10000000000 - 1 as to_key, max(total, 1) as cases, total = 0 as empty
  from chosen
  where how = 'counted'
  union all
  select 0, 0, 0, 0, 0, 0, 0, -1, (select count(*) from v_control_counts where total = 0), 1
  from chosen
  where how = 'none'
  union all
  select count(*) = (select allowed from chosen), count(*), ifnull(sum(fails and waiver_id is null), 0),
    ifnull(sum(is_open), 0), ifnull(sum(is_outside), 0), ifnull(sum(waiver_id is not null), 0), :from_key,
    ifnull(max(key), 0), count(*), 0
  from (select c.position * 10000000000 + x.place as key, q.fails, q.is_open, q.is_outside, e.waiver_id
        from control c
        cross join assessment_control k on k.assessment_id = (select assessment_id from v_assessment_id)
          and k.control_id = c.id
        cross join resource_fact x not indexed
          on x.place >= max((select first from chosen), :from_key - c.position * 10000000000)
          and x.place <= (select last from chosen)
        cross join result e on e.id = k.base + x.resource_id
        cross join assessment_reason q on q.id = e.reason_id
        where (select how from chosen) = 'scanned'
          and c.position between max((select low from chosen), :from_key / 10000000000) and (select high from chosen)
        order by c.position, x.place
        limit (select allowed from chosen))
  having (select how from chosen) = 'scanned'
)
select n.cases,
  json_object('kind', s.kind, 'position', s.low, 'first', s.first, 'last', s.last, 'from_key', n.from_key,
    'to_key', n.to_key, 'part', cast(:part as integer), 'cut', n.cut, 'empty', n.empty, 'tests', n.cases,
    'failures', (:as_passed = 'failure') * n.passed + (:as_failed = 'failure') * n.failed
      + (:as_insufficient_data = 'failure') * n.insufficient_data
      + (:as_not_applicable = 'failure') * n.not_applicable + (:as_waived = 'failure') * n.waived,
    'errors', (:as_passed = 'error') * n.passed + (:as_failed = 'error') * n.failed
      + (:as_insufficient_data = 'error') * n.insufficient_data
      + (:as_not_applicable = 'error') * n.not_applicable + (:as_waived = 'error') * n.waived,
    'skipped', (:as_passed = 'skipped') * n.passed + (:as_failed = 'skipped') * n.failed
      + (:as_insufficient_data = 'skipped') * n.insufficient_data
      + (:as_not_applicable = 'skipped') * n.not_applicable + (:as_waived = 'skipped') * n.waived
      + iif(n.empty, n.cases, 0)) as part,
  iif(n.cut or s.kind = 'control', s.first, s.last + 1) as next_first,
  iif(n.cut, n.to_key + 1, iif(s.kind = 'control', (s.low + 1) * 10000000000, 0)) as next_from_key,
  iif(n.cut, :part + 1, 1) as next_part,
  :left - n.cases as next_left,
  :room - 2 * n.cases - iif(n.cases > 0, 40, 0) as next_room
from chosen s
join (select *, total - failed - insufficient_data - not_applicable - waived as passed from counts) n
order by 1;
