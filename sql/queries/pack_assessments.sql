-- The assessments that a pack holds; `stands` is 0 for those that were withdrawn. Grain: one row per assessment. Order: as they were made.
select a.id as packed_assessment_id, a.label as assessment_label, a.as_of as assessment_as_of, a.as_of_from as assessment_as_of_from,
  a.generated_at as assessment_generated_at, a.tool_version as assessment_tool_version,
  a.catalog_version as assessment_catalog_version, a.catalog_digest as assessment_catalog_digest, a.run as assessment_run,
  a.max_age_days as assessment_max_age_days,
  w.assessment_id is null as stands, w.assessment_id is not null as withdrawn,
  coalesce(w.label, '—') as withdrawn_name, w.withdrawn_at, w.withdrawn_by, w.reason as withdrawn_reason
from assessment a
left join withdrawal w on w.assessment_id = a.id
order by a.id;
