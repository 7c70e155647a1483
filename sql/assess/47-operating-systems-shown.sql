-- Task definitions whose operating system neither they nor a service state, and that only Linux can run: for Fargate,
-- which takes them for Linux; with pidMode or ipcMode, the network modes bridge or host, a privileged container or one with a
-- read-only root file system, a user that is root or a number, or an EFS volume. What shows nothing stays null.
-- Source: Amazon ECS API reference, which says of each of these that Windows containers do not support it.
update view_fact
set windows = 0
where kind = 'task_definition' and windows is null and gate is null and (
  exists (select 1 from task_definition t
          where t.id = view_fact.view_id
            and (t.requires_compatibilities like '%"FARGATE"%' or t.pid_mode is not null or t.ipc_mode is not null
              or t.network_mode in ('bridge', 'host')))
  or exists (select 1 from container c
             where c.task_definition_id = view_fact.view_id
               and (c.privileged = 1 or c.readonly_root_filesystem = 1 or c.user glob '[0-9]*'
                 or c.user = 'root' or c.user glob 'root:*'))
  or exists (select 1 from volume f where f.task_definition_id = view_fact.view_id and f.kind = 'efs'));
