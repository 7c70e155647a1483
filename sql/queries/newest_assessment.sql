-- The newest assessment, which reports show; no row where there is none, or where it was withdrawn and no other took its place.
select assessment_id from v_assessment;
