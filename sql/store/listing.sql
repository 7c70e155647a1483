-- One ARN that a list answer names.
insert into listing (record_id, resource_id) values (:record, :resource);
