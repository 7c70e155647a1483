-- The assessment that reports show; no row where there is none.
select assessment_id from v_assessment;
