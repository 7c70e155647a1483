-- Whether any result of the newest assessment rests on an inventory's evidence: 1, else 0. One row.
select exists (select 1 from v_result
               where assessment_id = (select assessment_id from v_assessment_id) and agreement <> 'aws_only');
