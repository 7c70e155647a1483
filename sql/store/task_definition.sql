-- One task definition as one record saw it.
insert into task_definition (record_id, resource_id, origin, deleted, family, revision, status,
  operating_system_family)
values (:record, :resource, :origin, :deleted, :family, :revision, :status,
  :operating_system_family);
