-- A task definition is judged on the latest active revision of its family alone, as AWS does: older ones are still
-- there, but nothing new starts from them unless it names them. Which is the latest is asked of what was exported.
-- Names are FAMILY:REVISION, so a family's revisions stand side by side in the index resource_place (';' follows
-- ':'); an identifier that is no such name has no neighbours. The join
-- walks all of them once: asked row by row in a where clause, SQLite opens five tables for every one.
update view_fact
set gate = 'not_latest_revision'
from (
  select v.resource_id
  from view_fact v
  cross join task_definition t on t.id = v.view_id
  cross join resource r on r.id = v.resource_id
  cross join resource o on o.account_id = r.account_id and o.region = r.region and o.cluster is null
    and o.name > t.family || ':' and o.name < t.family || ';' and o.id <> r.id and o.type = r.type and o.partition is r.partition
  cross join view_fact w on w.kind = 'task_definition' and w.resource_id = o.id and w.gate is not 'inactive'
  cross join task_definition u on u.id = w.view_id and u.family = t.family and u.revision > t.revision
  where v.kind = 'task_definition' and v.gate is null) older
where view_fact.kind = 'task_definition' and view_fact.resource_id = older.resource_id;
