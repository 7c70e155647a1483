-- The frameworks. Grain: one row per framework that has a requirement. Order: name, version, id.
select f.id as framework_id, f.name as framework, f.version as framework_version,
  f.name || ' ' || f.version as framework_label
from framework f
where exists (select 1 from v_requirement r where r.framework_id = f.id)
order by f.id = 'aws-fsbp', f.name, f.version, f.id;
