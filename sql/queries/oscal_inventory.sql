-- The resources that were judged. Their UUIDs follow from the ARN alone, so that they stay the same from audit to audit. Grain: one
-- row per resource with a result. Order: account, Region, cluster, name, ARN.
select 'resource ' || r.arn as item, r.arn, r.type, r.account_id, r.region, r.cluster, r.cluster is not null as has_cluster, r.name,
  coalesce(m.text, r.type) as type_label
from resource_fact x not indexed -- its own order is the reading order
cross join resource r on r.id = x.resource_id
left join message m on m.lang = :lang and m.key = 'resource_type.' || r.type
where exists (select 1 from assessment_control k cross join result e on e.id = k.base + x.resource_id
              where k.assessment_id = (select assessment_id from v_assessment_id))
order by x.place;
