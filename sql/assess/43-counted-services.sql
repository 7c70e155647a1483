-- An ARN under which no counted view of a service stands counts as the service of the same place that does; where
-- none does, each stands for itself. Concerns only services seen under several ARNs.
update resource_fact
set counted_id = n.counted_id
from (with shared as materialized (
        select distinct k.counted_id
        from resource_fact k
        join resource r on r.id = k.resource_id
        where k.counted_id <> k.resource_id and r.type = 'AWS::ECS::Service'
      ), winner as materialized (
        select h.counted_id, x.resource_id
        from shared h
        cross join resource_fact k on k.counted_id = h.counted_id
        cross join service s on s.resource_id = k.resource_id
        cross join assessment_service x on x.assessment_id = :assessment and x.service_id = s.id
      )
      select k.resource_id, coalesce(w.resource_id, k.resource_id) as counted_id
      from shared h
      join resource_fact k on k.counted_id = h.counted_id
      left join winner w on w.counted_id = h.counted_id) n
where resource_fact.resource_id = n.resource_id;
