-- The assessments that a pack holds. Grain: one row per assessment. Order: as they were made.
select a.id as packed_assessment_id, a.label as assessment_label, a.as_of as assessment_as_of, a.as_of_from as assessment_as_of_from,
  a.generated_at as assessment_generated_at, a.tool_version as assessment_tool_version,
  a.catalog_version as assessment_catalog_version, a.catalog_digest as assessment_catalog_digest, a.run as assessment_run,
  a.max_age_days as assessment_max_age_days
from assessment a
order by a.id;
