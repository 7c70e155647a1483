-- The sentence for each reason, in English, as it stands in one cell of results.csv.
-- Grain: one row per control × reason. Order: as in 50-reasons.sql.
-- {name}, {subject}, {actual} and {expected} are replaced from the result, each at most once in a sentence. {subject}
-- is set for FG.1's running_ reasons only; {actual} is not set where nothing was found.

insert into reason_text (control_id, reason, lang, text) values
  ('ECS.10', 'latest', 'en', '{name} specifies LATEST; the current version is {expected}.'),
  ('ECS.10', 'pinned_to_current', 'en', '{name} is pinned to platform version {actual}, which is not older than the current version {expected}.'),
  ('ECS.10', 'outdated_version', 'en', '{name} is pinned to platform version {actual}; the current version is {expected}.'),
  ('ECS.10', 'retired_version', 'en', '{name} is pinned to platform version {actual}, which AWS has retired; the current version is {expected}.'),
  ('ECS.10', 'newer_than_catalogue', 'en', '{name} specifies platform version {actual}, which is newer than any in the catalogue; if AWS has released it, assess again with --latest-linux or --latest-windows.'),
  ('ECS.10', 'no_platform_version', 'en', 'No export states the platform version of {name}.'),
  ('ECS.10', 'malformed_platform_version', 'en', 'The platform version of {name} reads "{actual}", which is neither LATEST nor three numbers.'),
  ('ECS.10', 'unknown_platform_family', 'en', '{name} specifies platform version {actual}, and no export says whether that means Linux or Windows.'),
  ('ECS.10', 'unknown_launch_type', 'en', 'No export states a launch type, a capacity provider strategy or a platform version for {name}.'),
  ('ECS.10', 'not_in_inventory', 'en', 'AWS has judged {name}, but none of the imported inventories holds it.'),
  ('ECS.10', 'not_fargate', 'en', '{name} runs on {actual}, not on Fargate.'),
  ('ECS.10', 'inactive', 'en', '{name} is inactive or deleted.'),

  ('FG.1', 'running_current', 'en', '{name} runs its tasks on platform version {actual} ({subject}), which is not older than the current version {expected}.'),
  ('FG.1', 'running_outdated', 'en', '{name} still runs tasks on platform version {actual} ({subject}); LATEST means {expected}.'),
  ('FG.1', 'no_deployments', 'en', 'No export lists what {name} runs; AWS Config never does.'),
  ('FG.1', 'running_version_unknown', 'en', '{name} has running tasks ({subject}) whose platform version no export states as three numbers.'),
  ('FG.1', 'newer_than_catalogue', 'en', '{name} runs tasks on platform version {actual}, which is newer than any in the catalogue; if AWS has released it, assess again with --latest-linux or --latest-windows.'),
  ('FG.1', 'unknown_platform_family', 'en', '{name} runs tasks on platform version {actual}, and no export says whether that means Linux or Windows.'),
  ('FG.1', 'unknown_launch_type', 'en', 'No export states a launch type, a capacity provider strategy or a platform version for {name}.'),
  ('FG.1', 'no_running_tasks', 'en', '{name} has no running tasks.'),
  ('FG.1', 'not_fargate', 'en', '{name} runs on {actual}, not on Fargate.'),
  ('FG.1', 'inactive', 'en', '{name} is inactive or deleted.'),

  ('FG.2', 'latest', 'en', '{name} specifies LATEST.'),
  ('FG.2', 'pinned_to_current', 'en', '{name} is pinned to platform version {actual} instead of LATEST, although that version is not outdated yet.'),
  ('FG.2', 'pinned_version', 'en', '{name} is pinned to platform version {actual} instead of LATEST.'),
  ('FG.2', 'no_platform_version', 'en', 'No export states the platform version of {name}.'),
  ('FG.2', 'malformed_platform_version', 'en', 'The platform version of {name} reads "{actual}", which is neither LATEST nor three numbers.'),
  ('FG.2', 'unknown_launch_type', 'en', 'No export states a launch type, a capacity provider strategy or a platform version for {name}.'),
  ('FG.2', 'not_fargate', 'en', '{name} runs on {actual}, not on Fargate.'),
  ('FG.2', 'inactive', 'en', '{name} is inactive or deleted.'),

  ('FG.3', 'not_retiring', 'en', '{name} uses platform version {actual}, which is neither retired nor due for retirement within the warning period.'),
  ('FG.3', 'retired_version', 'en', '{name} uses platform version {actual}, which AWS retired on {expected}.'),
  ('FG.3', 'retiring_soon', 'en', '{name} uses platform version {actual}, which AWS retires on {expected}.'),
  ('FG.3', 'version_not_in_catalogue', 'en', '{name} uses platform version {actual}, which the catalogue does not list, so its retirement date is not known.'),
  ('FG.3', 'running_version_unknown', 'en', '{name} has running tasks whose platform version no export states as three numbers.'),
  ('FG.3', 'no_platform_version', 'en', 'No export states the platform version of {name}.'),
  ('FG.3', 'malformed_platform_version', 'en', 'The platform version of {name} reads "{actual}", which is neither LATEST nor three numbers.'),
  ('FG.3', 'unknown_platform_family', 'en', '{name} uses platform version {actual}, and no export says whether that means Linux or Windows.'),
  ('FG.3', 'unknown_launch_type', 'en', 'No export states a launch type, a capacity provider strategy or a platform version for {name}.'),
  ('FG.3', 'not_fargate', 'en', '{name} runs on {actual}, not on Fargate.'),
  ('FG.3', 'inactive', 'en', '{name} is inactive or deleted.');
