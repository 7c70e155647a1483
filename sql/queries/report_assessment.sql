-- The newest assessment: its times, versions and scope. Grain: one row. Order: none is needed for one row.
select a.assessment_id, a.label as assessment_label, a.as_of, m.text as as_of_origin, a.generated_at, a.tool_version,
  a.catalog_version, a.catalog_digest, s.accounts, s.regions, s.clusters, s.services,
  s.task_definitions, s.resources,
  (select count(*) from service_fact f
   where f.assessment_id = a.assessment_id and f.gate is null) as fargate_services,
  (select count(*) from v_result e where e.assessment_id = a.assessment_id and e.agreement <> 'aws_only') as judged,
  (select x.max_age_days from assessment x where x.id = a.assessment_id) as max_age_days,
  (select count(*) from v_parameter) as parameters,
  (select count(*) from source) as sources
from v_assessment a
join v_scope s
left join message m on m.lang = :lang and m.key = 'as_of.' || a.as_of_from
order by a.assessment_id;
