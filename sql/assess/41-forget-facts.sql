-- The former assessment's working rows.
delete from service_fact;
delete from version_fact;
delete from resource_fact;
