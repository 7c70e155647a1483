-- The resource of an ARN, and whether its cluster is known.
select id, cluster is not null from resource where arn = :arn;
