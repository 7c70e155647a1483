-- How many assessments there are, withdrawn ones too. One row.
select count(*) from assessment;
