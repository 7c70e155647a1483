-- The newest assessment, as oscal-ar.json's head and its one result have it. `audit` is in the name of every UUID that belongs
-- to this assessment: it tells one evidence judged at one moment by one ruleset with its
-- parameters from any other. OSCAL's times end with the year
-- 2999; the moment judged stands among the properties as it is. Grain: one row. Order: none is needed for one row.
select a.as_of, coalesce(a.label, a.as_of) as version, a.label, a.label is not null as has_label, a.tool_version, a.catalog_version, a.catalog_digest,
  k.audit, k.audit || ' document ' || :lang as document, k.audit || ' result' as result, k.audit || ' plan' as plan,
  k.audit || ' task' as task, k.audit || ' log' as log_entry, k.audit || ' platform' as platform,
  k.audit || ' assessor' as assessor, k.audit || ' organisation' as assessed, k.audit || ' Amazon ECS' as system,
  'tool fargauge ' || a.tool_version as tool, 'resource NIST SP 800-53 r5' as nist,
  coalesce(nullif(:prepared_by, ''), u.text) as prepared_by, :organisation as organisation, :scope as scope, :period as period,
  min(a.generated_at, '2999-12-31T23:59:59.999Z') as modified_at,
  min(a.as_of, '2999-12-31T23:59:59.999Z') as end_at,
  min(coalesce((select min(oldest_at) from temp.oscal_evidence), a.as_of), a.as_of, '2999-12-31T23:59:59.999Z') as start_at,
  (select coalesce(sum(passed), 0) from v_control_counts) as passed,
  (select coalesce(sum(failed), 0) from v_control_counts) as failed,
  (select coalesce(sum(waived), 0) from v_control_counts) as waived,
  (select coalesce(sum(insufficient_data), 0) from v_control_counts) as insufficient_data,
  (select coalesce(sum(not_applicable), 0) from v_control_counts) as not_applicable,
  exists (select 1 from v_judged_control) as has_controls,
  exists (select 1 from v_oscal_objective where framework_id = 'nist-800-53-r5') as has_nist,
  exists (select 1 from temp.oscal_observation) as has_subjects,
  exists (select 1 from temp.oscal_observation) or exists (select 1 from gap g where g.assessment_id = a.assessment_id)
    as has_observations,
  exists (select 1 from v_oscal_risk) as has_risks,
  exists (select 1 from v_oscal_objective where status in ('FAILED', 'INSUFFICIENT_DATA', 'WAIVED', 'PASSED'))
    as has_findings
from v_assessment a
join (select as_of || ' ' || generated_at || ' ' || catalog_digest || ' ' || ifnull(label, '') || ' '
        || (select count(*) || ' ' || total(size) || ' ' || ifnull(min(sha256), '') || ' ' || ifnull(max(sha256), '')
            from source)
        || ' ' || ifnull((select group_concat(value, ' ') from (
             select control_id || '.' || name || '=' || value as value from v_parameter
             union all
             select 'control ' || id from v_judged_control
             order by 1)), '') as audit
      from v_assessment) k
left join message u on u.lang = :lang and u.key = 'oscal.unnamed'
order by a.assessment_id;
