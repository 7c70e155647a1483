-- Findings of ECS.10.
insert into finding
select value ->> 'Id', value ->> '$.Resources[0].Id', value ->> '$.Compliance.Status', value ->> '$.Workflow.Status',
  value ->> 'UpdatedAt'
from json_each(readfile('input.json'), '$.Findings')
where value ->> '$.Compliance.SecurityControlId' = 'ECS.10';
