-- One verdict that is not rule × resource: a rule's on all it judges, or all rules' on a resource.
insert into config_compliance (record_id, rule_name, resource_id, compliance, contributors, contributors_capped)
values (:record, :rule_name, :resource, :compliance, :contributors, :contributors_capped);
