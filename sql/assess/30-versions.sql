-- Take version texts apart that were not met before. Three numbers without leading zeros (SemVer 2.0.0,
-- "Version core"); cast() stops at the largest integer, which is high enough.
insert into version_number (text, major, minor, patch)
with met as (
  select platform_version as text from service where platform_version is not null
  union select platform_version from deployment where platform_version is not null
  union select platform_version from task_set where platform_version is not null
  union select platform_version from task where platform_version is not null
  union select version from platform_version
  union select value from assessment_parameter where assessment_id = :assessment and control_id = 'ECS.10'
), split as (
  select text,
    text glob '[0-9]*.[0-9]*.[0-9]*' and text not glob '*[^0-9.]*'
      and length(text) - length(replace(text, '.', '')) = 2
      and text not glob '0[0-9]*' and text not glob '*.0[0-9]*' as good,
    instr(text, '.') as dot, substr(text, instr(text, '.') + 1) as rest
  from met
)
select text,
  case when good then cast(substr(text, 1, dot - 1) as integer) end,
  case when good then cast(substr(rest, 1, instr(rest, '.') - 1) as integer) end,
  case when good then cast(substr(rest, instr(rest, '.') + 1) as integer) end
from split
where true
on conflict do nothing;
