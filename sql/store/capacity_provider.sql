-- One capacity provider as one record saw it.
insert into capacity_provider (record_id, resource_id, origin, deleted, status, auto_scaling_group_arn,
  managed_termination_protection, managed_scaling_status, tags_known)
values (:record, :resource, :origin, :deleted, :status, :auto_scaling_group_arn,
  :managed_termination_protection, :managed_scaling_status, :tags_known);
