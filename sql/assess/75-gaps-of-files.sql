-- Gaps in the evidence: files that are not whole, not dated, too old, or of which something could not be used.
-- Statements of AWS's exports alone are compared; nothing here changes a result. One row per gap.
insert into gap (assessment_id, kind, account_id, region, resource_type, resource, source_id, record_id, detail, expected)
with moment as materialized (
  select id, as_of, max_age_days, strftime('%Y-%m-%dT%H:%M:%fZ', as_of, '-' || max_age_days || ' days') as oldest
  from assessment
  where id = :assessment
), handed as materialized (
  -- files of which something counts by then: they were handed over by then, or hold records that are of before
  select s.id as source_id, coalesce(f.path, s.path) as path, s.kind, s.more_pages,
    iif(f.source_id is null, s.captured_at, f.captured_at) as captured_at,
    coalesce(f.captured_from, s.captured_from) as captured_from
  from source s
  join moment m
  left join source_fact f on f.source_id = s.id
  where s.kind <> 'waivers'
    and (f.source_id is not null
      or exists (select 1 from record r where r.source_id = s.id and r.captured_at <= m.as_of))
), said as materialized (
  -- what files speak of, where an age was asked for: resources; verdicts of one control or rule on them; of what comes and
  -- goes (tasks, what a list names) the cluster or Region, which a later file of the same kind knows better
  select h.source_id, h.kind, h.captured_at,
    case
      when x.kind in ('task', 'listing', 'service_revision', 'service_deployment')
        then json_array(r.account_id, r.region, r.cluster, r.type)
      when x.kind = 'finding'
        then json_array(x.resource_id, (select f.control_id from finding f where f.record_id = x.record_id))
      when x.kind = 'config_evaluation'
        then json_array(x.resource_id, (select e.rule_name from config_evaluation e where e.record_id = x.record_id))
      else x.resource_id
    end as about
  from moment m
  cross join v_resource_record x
  cross join record c on c.id = x.record_id
  cross join handed h on h.source_id = c.source_id
  cross join resource r on r.id = x.resource_id
  where m.max_age_days is not null
), last_said as materialized (
  select kind, about, max(captured_at) as captured_at
  from said
  group by kind, about
), rests_on as materialized (
  -- files that nothing newer says the same of
  select distinct s.source_id
  from said s
  join last_said l on l.kind = s.kind and l.about = s.about
  join moment m
  where l.captured_at < m.oldest
)
select m.id, 'pages_left', null, null, null, h.path, h.source_id, null, h.kind, null
from handed h
join moment m
where h.more_pages
union all
select m.id, 'undated', null, null, null, h.path, h.source_id, null, h.captured_from, null
from handed h
join moment m
where h.captured_at is null
  and not exists (select 1 from record r where r.source_id = h.source_id and r.captured_at is not null)
union all
select m.id, 'capture_too_old', null, null, null, h.path, h.source_id, null, h.captured_at, m.oldest
from handed h
join moment m
where h.captured_at < m.oldest
  and (h.source_id in (select source_id from rests_on) or h.source_id not in (select source_id from said))
union all
select m.id, 'file_refused', null, null, null, j.path, null, null, j.reason, null
from (select path, reason, max(id) from rejected_source where forgiven = 0 group by path) j
join moment m
union all
select m.id, 'records_rejected', null, null, null, h.path, h.source_id, null, count(*), null
from handed h
cross join rejection j on j.source_id = h.source_id
join moment m
group by h.source_id;
