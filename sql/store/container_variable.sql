-- One environment variable or secret of a container: its name alone.
insert into container_variable (task_definition_id, container, kind, position, name)
values (:task_definition, :container, :kind, :position, :name);
