-- Which record says which tags a resource has: that of the view that counts, where it was exported with tags. One
-- row per resource; those whose view was exported without: the next step.
insert into tag_fact (resource_id, record_id)
select v.resource_id, v.record_id
from view_fact v
where case v.kind
  when 'task_definition' then (select tags_known from task_definition t where t.id = v.view_id)
  when 'cluster' then (select tags_known from cluster c where c.id = v.view_id)
  when 'task_set' then (select tags_known from task_set s where s.id = v.view_id)
  else (select tags_known from capacity_provider p where p.id = v.view_id) end
union all
select f.resource_id, f.record_id
from service_fact f
cross join service s on s.id = f.service_id
where s.tags_known = 1;
