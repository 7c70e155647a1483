-- What a manager reads, five lines: what is wrong, how bad it is, where, since when, and what to do first; each a label and
-- a sentence with {columns} to be filled. What nothing tells is not said: where nothing fails, only the first and second
-- lines stand. Grain: one row per line. Order: as they are read.
with judged as materialized (
  select n.* from v_control_counts n
), page as (
  select count(*) as scope_resources, (select count(distinct place) from temp.failure_fix) as failed_resources
  from resource_fact x
  where exists (select 1 from assessment_control k
                cross join result e on e.id = k.base + x.resource_id
                cross join assessment_reason q on q.id = e.reason_id and q.status <> 'NOT_APPLICABLE'
                where k.assessment_id = :assessment_id)
), reason as (
  select n.control_id, n.gravity, n.results, row_number() over (order by n.results desc, n.position, n.reason) as rank,
    row_number() over (partition by n.gravity > 5 order by n.results desc, n.position, n.reason) as rank_of_grave,
    coalesce(l.text, n.reason)
      || iif(:lang = 'ja', '（' || n.control_id || '：' || n.results || '件）', ' (' || n.control_id || ': ' || n.results || ')') as words
  from (select control_id, reason, max(gravity) as gravity, position, count(*) as results
        from temp.failure_fix group by control_id, reason) n
  left join message l on l.lang = :lang and l.key = 'reason.' || n.reason
), account as (
  -- along an index that has the places in order, so that nothing is sorted
  select r.account_id, count(*) as results
  from resource r
  cross join resource_fact x on x.resource_id = r.id
  cross join temp.failure_fix f on f.place = x.place
  group by r.account_id
  order by results desc, r.account_id
  limit 1
), cluster as (
  select r.account_id, r.region, r.cluster, count(*) as results
  from resource r
  cross join resource_fact x on x.resource_id = r.id
  cross join temp.failure_fix f on f.place = x.place
  group by r.account_id, r.region, r.cluster
  order by results desc, r.account_id, r.region, r.cluster
  limit 1
), oldest as (
  select f.control_id, r.name, f.since_at
  from temp.failure_fix f
  cross join resource r on r.id = f.resource_id
  where f.since_at <= :as_of
  order by f.since_at, f.position, r.name, f.place
  limit 1
), fix as (
  select fix_control, variant, count(*) as results, count(distinct place) as resources
  from temp.failure_fix
  group by fix_control, variant
  order by max(gravity) desc, results desc, min(position), variant
  limit 1
), unseen_account as (
  -- of which no place is in this period's evidence
  select g.account_id
  from gap g
  where g.assessment_id = :assessment_id and g.kind = 'not_in_period' and g.resource_type is null
  group by g.account_id
  having count(*) = (select count(distinct ifnull(r.region, '')) from resource r where r.account_id = g.account_id)
), counts as (
  select (select sum(failed) from judged) as failed, (select sum(passed + failed + waived) from judged) as decided,
    (select sum(insufficient_data) from judged) as undecided, (select sum(waived) from judged) as waived,
    (select sum(failed) from judged where severity in ('HIGH', 'CRITICAL')) as grave,
    (select sum(failed) from judged where severity = 'MEDIUM') as medium,
    (select sum(failed) from judged where severity = 'LOW') as low,
    (select group_concat(words, iif(:lang = 'ja', '、', ', ')) from (select words from reason where rank <= 3 order by rank)) as most,
    (select group_concat(words, iif(:lang = 'ja', '、', ', ')) from (select words from reason where gravity > 5 and rank_of_grave <= 3
                                            order by rank_of_grave)) as grave_most,
    p.scope_resources, p.failed_resources,
    (select coalesce(account_id, '—') from account) as worst_account, (select results from account) as worst_results,
    (select count(*) from (select 1 from resource r cross join resource_fact x on x.resource_id = r.id
                           cross join temp.failure_fix f on f.place = x.place group by r.account_id)) as failed_accounts,
    (select count(distinct ifnull(r.account_id, '')) from resource r
     where exists (select 1 from assessment_control k cross join result e on e.id = k.base + r.id
                   where k.assessment_id = :assessment_id)) as accounts,
    (select coalesce(region, '—') from cluster) as worst_region, (select cluster from cluster) as worst_cluster,
    (select coalesce(account_id, '—') from cluster) as worst_place_account,
    (select results from cluster) as worst_place_results,
    coalesce((select iif(:lang = 'ja', '', ' ') || replace(m.text, '{count}', n.accounts)
              from (select count(*) as accounts from unseen_account) n
              join message m on m.lang = :lang and m.key = 'brief.unseen'
              where n.accounts > 0), '') as unseen_words,
    (select since_at from oldest) as since_at, (select name from oldest) as since_name,
    (select control_id from oldest) as since_control,
    (select count(*) from temp.failure_fix where since_at < strftime('%Y-%m-%dT%H:%M:%fZ', :as_of, '-1 year')) as over_a_year,
    (select min(f.first_observed_at) from finding f join v_judged_control c on c.id = f.control_id
     where f.issuer = 'aws/securityhub' and lower(f.compliance_status) in ('failed', 'fail')
       and f.first_observed_at <= :as_of) as reported_at,
    (select coalesce((select text from message m where m.lang = :lang and m.key = 'fix.' || x.fix_control),
       (select title from control_point t where t.control_id = x.fix_control and t.kind = 'countermeasure'
          and t.position = 1 and t.lang = :lang), x.fix_control) from fix x) as fix_title,
    (select results from fix) as fix_results, (select resources from fix) as fix_resources,
    (select '#fix-' || fix_control || iif(variant = 'default', '', '-' || variant) from fix) as fix_href
  from page p
), line (place, line, variant, line_class, href) as (
  select 1, 'what', case when coalesce(decided + undecided, 0) = 0 then 'nothing' when decided = 0 then 'undecided'
    when failed = 0 then 'none' when failed = 1 then 'one' else 'other' end,
    case when coalesce(decided, 0) = 0 then 'insufficient' when failed = 0 then 'none' else 'failed' end,
    iif(failed > 0, '#failures', '#warnings') from counts
  union all
  select 2, 'bad', case when failed = 0 then 'none' when grave > 0 then 'grave' else 'other' end, '', '#status'
  from counts where decided + undecided > 0
  union all
  select 3, 'where', iif(accounts = 1, 'one', 'other') || iif(worst_cluster is null, '_outside', ''), '', '#status' from counts where failed > 0
  union all
  select 4, 'since', case when since_at is null and reported_at is null then 'unknown'
    when reported_at is null then 'standing' when since_at is null then 'reported' else 'both' end, '', null
  from counts where failed > 0
  union all
  select 5, 'first', iif(fix_resources = 1, 'one', 'other'), '', fix_href from counts where failed > 0
)
select l.place, t.text as label, m.text as sentence, o.text as link_label, 'brief ' || l.line_class as line_class, l.href, c.*
from line l
join counts c
join message t on t.lang = :lang and t.key = 'brief.' || l.line
left join message o on o.lang = :lang and o.key = 'brief.to.' || l.line
join message m on m.lang = :lang and m.key = 'brief.' || l.line || '.' || l.variant
order by l.place;
