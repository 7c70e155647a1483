-- How AWS's verdicts stand to the report's. Grain: one row per agreement that results of AWS's controls
-- have. Order: what differs, what AWS judged too early, what one side alone judged, then what agrees.
select 'agreement ' || a.column2 as agreement_class, coalesce(l.text, a.column2) as agreement_label,
  coalesce(m.text, '') as agreement_meaning, a.column2 as agreement, coalesce(n.results, 0) as results
from (values (1, 'disagrees'), (2, 'stale'), (3, 'aws_only'), (4, 'computed_only'), (5, 'agrees')) a
left join (select e.agreement, count(*) as results
           from v_result e
           join control c on c.id = e.control_id and c.issuer = 'aws'
           where e.assessment_id = :assessment_id
           group by e.agreement) n on n.agreement = a.column2
left join message l on l.lang = :lang and l.key = 'agreement.' || a.column2
left join message m on m.lang = :lang and m.key = 'agreement_meaning.' || a.column2
order by a.column1;
