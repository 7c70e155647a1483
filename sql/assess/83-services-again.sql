-- Which services counted: the steps that make the working rows again find it out again.
delete from assessment_service where assessment_id = :assessment;
