-- How many results of the newest assessment rest on an inventory's evidence. One row.
select count(*) from v_result
where assessment_id = (select assessment_id from v_assessment) and agreement <> 'aws_only';
