-- How many results of the newest assessment FAILED and are not waived: more than none is exit code 1.
select count(*) from v_result
where assessment_id = (select assessment_id from v_assessment) and status = 'FAILED';
