-- A copy of the attached database, which may then be brought to this program's schema.
vacuum other into :path;
