-- An ARN under which no counted view of a service stands counts as the service of the same place that does
-- (a short and a long ARN of one service).
update resource_fact
set counted_id = c.counted_id
from (select r.id as resource_id, o.id as counted_id
      from resource r
      join resource o on o.account_id = r.account_id and o.region = r.region
        and o.cluster is r.cluster and o.name = r.name
        and o.type = r.type and o.partition = r.partition and o.id <> r.id
      join service s on s.resource_id = o.id
      join assessment_service x on x.assessment_id = :assessment and x.service_id = s.id
      where r.type = 'AWS::ECS::Service'
        and not exists (select 1 from service t
                        join assessment_service y on y.assessment_id = :assessment and y.service_id = t.id
                        where t.resource_id = r.id)) c
where resource_fact.resource_id = c.resource_id;
