-- The schema of the attached database.
pragma other.user_version;
