-- One resource that a finding names.
insert into finding_resource (finding_id, position, resource_id, type) values (:finding, :position, :resource, :type);
