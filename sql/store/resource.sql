-- A resource as the first record names it.
insert into resource (arn, partition, account_id, region, type, cluster, name)
values (:arn, :partition, :account_id, :region, :type, :cluster, :name);
