-- How AWS's verdicts stand to the report's. Grain: one row per agreement that results of AWS's controls
-- have. Order: from agreement to what only one side judged.
select 'agreement ' || a.column2 as agreement_class, coalesce(l.text, a.column2) as agreement_label,
  coalesce(m.text, '') as agreement_meaning, a.column2 as agreement,
  (select count(*) from result e join control c on c.id = e.control_id and c.issuer = 'aws'
   where e.assessment_id = :assessment_id and e.agreement = a.column2) as results
from (values (1, 'agrees'), (2, 'disagrees'), (3, 'stale'), (4, 'aws_only'), (5, 'computed_only')) a
left join message l on l.lang = :lang and l.key = 'agreement.' || a.column2
left join message m on m.lang = :lang and m.key = 'agreement_meaning.' || a.column2
order by a.column1;
