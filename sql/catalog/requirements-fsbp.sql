-- The requirements of AWS Foundational Security Best Practices: its controls, in their own words.
-- Grain: one row per control that names itself, then one per language. Order: prefix, then number. Runs after
-- controls/, which this file's name has to sort behind.

insert into requirement (framework_id, requirement, position)
select 'aws-fsbp', requirement,
  row_number() over (
    order by substr(requirement, 1, instr(requirement, '.')),
      cast(substr(requirement, instr(requirement, '.') + 1) as integer), requirement)
from (select distinct requirement from control_requirement where framework_id = 'aws-fsbp');

insert into requirement_text (framework_id, requirement, lang, title)
select r.framework_id, r.requirement, t.lang, t.title
from requirement r
join control_text t on t.control_id = r.requirement
where r.framework_id = 'aws-fsbp';
