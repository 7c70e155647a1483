-- A resource as a record names it. Records that know its cluster complete those that do not.
insert into resource (arn, partition, account_id, region, type, cluster, name)
values (:arn, :partition, :account_id, :region, :type, :cluster, :name)
on conflict (arn) do update set cluster = coalesce(resource.cluster, excluded.cluster)
returning id;
