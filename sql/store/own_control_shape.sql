-- Every column that a control's view has to have. {view} is the view; nothing is read.
select assessment_id, resource_id, record_id, reason, launch_type, platform_family, platform_version, latest_version,
  subject, actual, expected, changed_at
from {view}
limit 0;
