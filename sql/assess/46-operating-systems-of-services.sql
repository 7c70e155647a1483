-- The operating system of task definitions that do not state theirs: that of a service which runs them and states its
-- platform family. Services are gone through only where a definition needs it.
update view_fact
set windows = s.windows
from (select r.id as resource_id, d.windows
      from (select s.task_definition, max(f.family = 'windows') as windows
            from service_fact f
            cross join service s on s.id = f.service_id
            where f.family is not null
              and exists (select 1 from view_fact u
                          where u.kind = 'task_definition' and u.windows is null and u.gate is null)
            group by s.task_definition) d
      cross join resource r on r.arn = d.task_definition) s
where kind = 'task_definition' and view_fact.resource_id = s.resource_id and view_fact.windows is null;
