-- Every reason a computed control can give, and the status it means. Missing evidence never passes.
-- Grain: one row per control × reason. Order: by control, then passed, failed, undecided, not applicable.

insert into reason (control_id, reason, status) values
  ('ECS.10', 'latest', 'PASSED'),
  ('ECS.10', 'pinned_to_current', 'PASSED'),              -- a number not older than the current one
  ('ECS.10', 'outdated_version', 'FAILED'),
  ('ECS.10', 'retired_version', 'FAILED'),
  ('ECS.10', 'newer_than_catalogue', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'no_platform_version', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'malformed_platform_version', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'unknown_platform_family', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'unknown_launch_type', 'INSUFFICIENT_DATA'),
  ('ECS.10', 'not_in_inventory', 'INSUFFICIENT_DATA'),    -- AWS judged what no inventory export holds
  ('ECS.10', 'not_fargate', 'NOT_APPLICABLE'),
  ('ECS.10', 'inactive', 'NOT_APPLICABLE'),

  ('FG.1', 'running_current', 'PASSED'),
  ('FG.1', 'running_outdated', 'FAILED'),
  ('FG.1', 'no_deployments', 'INSUFFICIENT_DATA'),        -- only AWS Config saw it, which lists no deployments
  ('FG.1', 'running_version_unknown', 'INSUFFICIENT_DATA'),
  ('FG.1', 'newer_than_catalogue', 'INSUFFICIENT_DATA'),
  ('FG.1', 'unknown_platform_family', 'INSUFFICIENT_DATA'),
  ('FG.1', 'unknown_launch_type', 'INSUFFICIENT_DATA'),
  ('FG.1', 'no_running_tasks', 'NOT_APPLICABLE'),
  ('FG.1', 'not_fargate', 'NOT_APPLICABLE'),
  ('FG.1', 'inactive', 'NOT_APPLICABLE'),

  ('FG.2', 'latest', 'PASSED'),
  ('FG.2', 'pinned_to_current', 'FAILED'),
  ('FG.2', 'pinned_version', 'FAILED'),
  ('FG.2', 'no_platform_version', 'INSUFFICIENT_DATA'),
  ('FG.2', 'malformed_platform_version', 'INSUFFICIENT_DATA'),
  ('FG.2', 'unknown_launch_type', 'INSUFFICIENT_DATA'),
  ('FG.2', 'not_fargate', 'NOT_APPLICABLE'),
  ('FG.2', 'inactive', 'NOT_APPLICABLE'),

  ('FG.3', 'not_retiring', 'PASSED'),
  ('FG.3', 'retired_version', 'FAILED'),
  ('FG.3', 'retiring_soon', 'FAILED'),
  ('FG.3', 'version_not_in_catalogue', 'INSUFFICIENT_DATA'),
  ('FG.3', 'running_version_unknown', 'INSUFFICIENT_DATA'),
  ('FG.3', 'no_platform_version', 'INSUFFICIENT_DATA'),
  ('FG.3', 'malformed_platform_version', 'INSUFFICIENT_DATA'),
  ('FG.3', 'unknown_platform_family', 'INSUFFICIENT_DATA'),
  ('FG.3', 'unknown_launch_type', 'INSUFFICIENT_DATA'),
  ('FG.3', 'not_fargate', 'NOT_APPLICABLE'),
  ('FG.3', 'inactive', 'NOT_APPLICABLE');
