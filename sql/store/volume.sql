-- One volume of a task definition.
insert into volume (task_definition_id, position, name, kind, file_system_id, transit_encryption)
values (:task_definition, :position, :name, :kind, :file_system_id, :transit_encryption);
