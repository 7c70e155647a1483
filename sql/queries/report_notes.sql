-- What to know beside the five lines: services whose setting passes while their tasks are old, what is open, how AWS sees
-- it. Grain: one row per line that there is something to say of. Order: as they are read.
with judged as materialized (
  select n.*, c.issuer
  from v_control_counts n
  join control c on c.id = n.control_id
), counts as (
  select
    (select failed from judged where control_id = 'FG.1') as old_tasks,
    (select count(*) from v_result r
     join assessment_control k on k.assessment_id = r.assessment_id and k.control_id = 'ECS.10'
     join v_result_by_id e on e.id = k.base + r.resource_id and e.status = 'PASSED'
     where r.assessment_id = :assessment_id and r.control_id = 'FG.1' and r.status = 'FAILED')
      as hidden,
    (select sum(insufficient_data) from judged) as undecided,
    (select count(*) from gap where assessment_id = :assessment_id) as gaps,
    (select count(*) from gap where assessment_id = :assessment_id and kind = 'not_in_period') as unseen,
    (select count(*) from judged where issuer = 'aws') as aws_controls,
    (select count(*) from v_result e join control c on c.id = e.control_id and c.issuer = 'aws'
     where e.assessment_id = :assessment_id and e.agreement in ('disagrees', 'stale')) as differing,
    (select count(*) from v_result e join control c on c.id = e.control_id and c.issuer = 'aws'
     where e.assessment_id = :assessment_id and e.agreement in ('agrees', 'disagrees', 'stale'))
      as compared
), line as (
  select 1 as place, 'hidden' as line, hidden as number, '#control-FG.1' as href from counts where hidden > 0
  union all select 2, 'undecided', undecided, '#undecided' from counts where undecided > 0
  union all select 3, 'unseen', unseen, '#completeness' from counts where unseen > 0
  union all select 4, 'gaps', gaps, '#completeness' from counts where gaps > 0
  union all select 5, iif(compared = 0, 'uncompared', 'differing'), differing, '#agreement' from counts
    where aws_controls > 0
)
select l.place, l.number, l.href, o.text as link_label, m.text as sentence, c.old_tasks, c.hidden, c.undecided, c.gaps, c.unseen, c.differing, c.compared,
  u.names as unseen_names
from line l
join counts c
left join (select group_concat(name, ', ') || iif(max(places) > 5, ', …', '') as names
           from (select v.name, count(*) over () as places, row_number() over (order by v.is_kind, v.account_id, v.region, v.gap_id) as place
                 from v_unseen v
                 where v.lang = :lang and v.assessment_id = :assessment_id)
           where place <= 5) u
join message m on m.lang = :lang and m.key = 'note.' || l.line || case l.number when 1 then '.one' else '.other' end
left join message o on o.lang = :lang and o.key = 'note.to.' || l.line
order by l.place;
