-- One verdict of a Config rule on a resource.
insert into config_evaluation (record_id, resource_id, rule_name, rule_arn, compliance, annotation)
values (:record, :resource, :rule_name, :rule_arn, :compliance, :annotation);
