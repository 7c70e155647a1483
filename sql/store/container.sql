-- One container of a task definition.
insert into container (task_definition_id, position, name, image, essential, privileged,
  readonly_root_filesystem, user, has_log_configuration, log_driver)
values (:task_definition, :position, :name, :image, :essential, :privileged,
  :readonly_root_filesystem, :user, :has_log_configuration, :log_driver);
