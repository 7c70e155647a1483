-- How many test cases diff.junit.xml has. One row.
select count(*) from temp.difference_case;
