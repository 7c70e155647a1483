-- Whose file the attached one is; 0: nobody's yet.
pragma other.application_id;
