-- How many assessments the attached audit holds.
select count(*) from audit.assessment;
