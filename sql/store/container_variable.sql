-- One environment variable or secret of a container: its name alone.
insert into container_variable (container_id, kind, position, name) values (:container, :kind, :position, :name);
