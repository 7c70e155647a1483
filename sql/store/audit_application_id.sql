-- Whose file the attached one is; 0: nobody's yet.
pragma audit.application_id;
