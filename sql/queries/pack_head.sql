-- What a pack is about: the newest assessment, what was handed over for it, what became of that, and what came out. The table
-- that packing fills says which files are in it. Grain: one row. Order: none is needed for one row.
select a.assessment_id, a.label, a.as_of, o.text as as_of_origin, a.generated_at, a.tool_version as assessed_by,
  a.catalog_version, a.catalog_digest, k.digest as ruleset_digest, coalesce(a.label, substr(a.as_of, 1, 19) || 'Z') as identifier,
  s.accounts, s.regions, s.clusters, s.services, s.resources,
  c.passed, c.failed, c.waived, c.insufficient_data, c.not_applicable, c.controls,
  (select count(*) from control where view is not null) as computed_controls,
  (select count(*) from import_run) as runs,
  (select count(*) from handed_over) as files,
  (select count(*) from temp.pack_input) as distinct_files,
  (select count(*) from temp.pack_found where path is not null) as packed_files,
  nullif((select count(*) from temp.pack_found where path is null), 0) as missing_files,
  (select count(*) from record) as records,
  (select count(*) from rejection) as rejected_records,
  (select count(*) from rejected_source where not forgiven) as refused_files,
  (select count(*) from passed_over where reason <> 'not_an_export') as passed_over,
  (select count(*) from gap g where g.assessment_id = a.assessment_id) as gaps,
  (select count(*) from waiver_fact where not superseded) as waivers,
  nullif((select count(*) from own_rule), 0) as own_rules,
  (select count(*) from assessment) > 1 as several, a.catalog_digest <> k.digest as other_rules,
  :inputs = 'included' as inputs_included, :inputs = 'hashes' as inputs_hashes, :inputs = 'redacted' as inputs_redacted
from v_assessment a
join v_scope s
join catalog k
join (select count(*) as controls, coalesce(sum(passed), 0) as passed, coalesce(sum(failed), 0) as failed,
        coalesce(sum(waived), 0) as waived, coalesce(sum(insufficient_data), 0) as insufficient_data,
        coalesce(sum(not_applicable), 0) as not_applicable
      from v_control_counts) c
left join message o on o.lang = :lang and o.key = 'as_of.' || a.as_of_from
order by a.assessment_id;
