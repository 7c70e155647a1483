-- A task definition is judged on the latest active revision of its family alone, as AWS does: older ones are still
-- there, but nothing new starts from them unless it names them. Which is the latest is asked of what was exported.
-- Names are FAMILY:REVISION, so a family's revisions stand side by side in the index resource_place (';' follows
-- ':'); an identifier that is no such name has no neighbours.
update view_fact
set gate = 'not_latest_revision'
where kind = 'task_definition' and gate is null and exists (
  select 1
  from resource r
  cross join task_definition t on t.id = view_fact.view_id
  cross join resource o on o.account_id = r.account_id and o.region = r.region and o.cluster is null
    and o.name > t.family || ':' and o.name < t.family || ';' and o.id <> r.id and o.type = r.type and o.partition is r.partition
  cross join view_fact v on v.kind = 'task_definition' and v.resource_id = o.id and v.gate is not 'inactive'
  cross join task_definition u on u.id = v.view_id and u.family = t.family and u.revision > t.revision
  where r.id = view_fact.resource_id);
