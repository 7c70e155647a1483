-- The assessments that were withdrawn. Grain: one row per assessment. Order: as they were withdrawn.
select assessment_id as withdrawn_assessment, label as withdrawn_label, reason as withdrawn_reason, withdrawn_by, withdrawn_at,
  tool_version as withdrawn_with
from withdrawal
order by number;
