-- The former assessment's working rows.
delete from service_fact;
delete from version_fact;
delete from version_standing;
delete from resource_fact;
delete from source_fact;
delete from source_rank;
delete from aws_fact;
delete from view_fact;
delete from tag_fact;
delete from waiver_match;
delete from waiver_fact;
delete from waiver_issue;
