-- The lines of bag-info.txt that say what a bag holds; who writes it adds how large it is. Grain: one row per line. Order: as
-- they stand there.
select line.label, line.value
from (
  select 1 as position, 'Bag-Software-Agent' as label, 'fargauge ' || :tool_version as value
  union all
  select 2, 'Bagging-Date', substr(generated_at, 1, 10) from v_assessment
  union all
  select 3, 'External-Identifier', coalesce(label, substr(as_of, 1, 19) || 'Z') from v_assessment
  union all
  select 4, 'External-Description', 'Amazon ECS compliance as of ' || substr(as_of, 1, 19)
    || 'Z: inputs, database, reports and rules of the assessment; data/STATEMENT.txt says it in words' from v_assessment
  union all
  select 5, 'Fargauge-Ruleset-Digest', 'sha256:' || digest from catalog
  union all
  select 6, 'Fargauge-Inputs', :inputs
  union all
  select 7, 'Fargauge-Previous-Pack', 'sha256:' || :previous
) line
where line.value is not null
order by line.position;
