-- The schema of the attached audit.
pragma audit.user_version;
