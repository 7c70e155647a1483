-- Fill history, history_count and history_moment. Nothing where only one moment was judged.
insert into temp.history (resource_id, control_id, status, presence, first_seen_at, last_seen_at, absent_since_at,
  first_failed_at, failing_since_at, open_since_at, days_open, reopened, changed_at, evidence_changed_at, closed_at, moments)
select h.resource_id, h.control_id, h.status, h.presence, h.first_seen_at, h.last_seen_at, h.absent_since_at,
  h.first_failed_at, h.failing_since_at, h.open_since_at, h.days_open, h.reopened, h.changed_at, h.evidence_changed_at, h.closed_at, h.moments
from v_history h;

-- A failure began no earlier than it was last seen not to fail, however long what it judges has stood: then it is since the
-- assessment that found it first.
update temp.failure_fix
set since_at = h.open_since_at
from temp.history h
where h.resource_id = failure_fix.resource_id and h.control_id = failure_fix.control_id and h.open_since_at is not null
  and h.closed_at >= failure_fix.since_at;

insert into temp.history_count (period, as_of, account_id, region, control_id, status, seen, results)
with presence as materialized (
  select assessment_id, resource_id, presence from v_presence
)
select e.period, e.as_of, r.account_id, r.region, e.control_id, e.status, e.seen, count(*)
from (select p.period, p.as_of, t.resource_id, t.control_id, t.status,
        iif((t.assessment_id, t.resource_id) in (select assessment_id, resource_id from presence where presence = 'seen'), 1, 0)
          as seen
      from v_moment p
      cross join v_told_result t on t.assessment_id = p.assessment_id
      where p.counts and p.as_of <= (select as_of from v_assessment) and (select count(distinct as_of) from v_standing_assessment) > 1) e
cross join resource r on r.id = e.resource_id
group by e.period, r.account_id, r.region, e.control_id, e.status, e.seen;

-- Moments that say nothing of the others are kept apart: those that a choice of controls narrows which the newest assessment
-- does not have, and those in whose period nothing was captured.
insert into temp.history_moment (period, as_of, assessment_id, apart)
select m.period, m.as_of, m.assessment_id,
  case when m.selection not in ('', (select n.selection from v_moment n where n.assessment_id = (select assessment_id from v_assessment_id)))
      then 'selection'
    when not c.any_seen then 'no_evidence' end
from (select period, max(seen) as any_seen from temp.history_count group by period) c
join v_moment m on m.period = c.period and m.counts;
update temp.history_moment
set days = b.days
from (select period, cast(julianday(as_of) - julianday(lag(as_of) over (order by period)) + 1e-6 as integer) as days
      from temp.history_moment
      where apart is null) b
where b.period = history_moment.period;

-- Like with like: what stands in an account and Region that the evidence of every moment that is not apart holds, under a control
-- that each judged.
update temp.history_count
set common = 1
where seen and period in (select period from temp.history_moment where apart is null)
  and control_id in (select c.control_id
                     from temp.history_count c
                     join temp.history_moment m on m.period = c.period and m.apart is null
                     group by c.control_id
                     having count(distinct c.period) = (select count(*) from temp.history_moment where apart is null))
  and json_array(account_id, region) in (
    select json_array(c.account_id, c.region)
    from temp.history_count c
    join temp.history_moment m on m.period = c.period and m.apart is null
    where c.seen
    group by c.account_id, c.region
    having count(distinct c.period) = (select count(*) from temp.history_moment where apart is null));
