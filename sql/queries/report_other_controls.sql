-- AWS's verdicts on controls that were not judged here. Grain: one row per control × service of AWS that
-- judged. Order: reading order, controls that the catalogue does not know last, Security Hub first.
with given as (
  select control_id, 'security_hub' as judge, kept_out,
    (select meaning from v_verdict_meaning m where m.status = h.status) as meaning
  from v_security_hub_verdict h
  union all
  select control_id, 'config', null,
    (select meaning from v_verdict_meaning m where m.status = f.status)
  from v_config_verdict f
)
select g.control_id, t.title, c.retired_on, coalesce(s.text, c.severity) as severity_label,
  'severity ' || lower(c.severity) as severity_class, coalesce(j.text, g.judge) as judge_label,
  (select group_concat(successor_id, ', ')
   from (select u.successor_id from control_successor u join control n on n.id = u.successor_id
         where u.control_id = c.id order by n.position)) as successors,
  coalesce(sum(g.meaning = 'fail'), 0) as fails, coalesce(sum(g.meaning = 'pass'), 0) as passes,
  coalesce(sum(g.kept_out is null and coalesce(g.meaning, '') not in ('pass', 'fail')), 0) as others,
  coalesce(sum(g.kept_out is not null), 0) as kept_out
from given g
left join control c on c.id = g.control_id
left join control_text t on t.control_id = c.id and t.lang = :lang
left join message s on s.lang = :lang and s.key = 'severity.' || c.severity
left join message j on j.lang = :lang and j.key = 'judge.' || g.judge
where g.control_id not in (select id from v_judged_control)
group by g.control_id, g.judge
order by c.position is null, c.position, g.control_id, g.judge desc
limit :most;
